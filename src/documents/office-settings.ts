type Setting = readonly [path: string, name: string, value: string | number | boolean]

const scripting = 'Office.Common/Security/Scripting'
const proxy = 'Inet/Settings'

/**
 * What LibreOffice is told before it sees a stranger's file: no macro runs, whatever signs it; nothing that the file
 * points at is fetched, from the web or from this machine; no link is brought up to date; no Java. Should anything ask for
 * the web all the same, it is sent to a port of this machine where nobody listens.
 */
const settings: readonly Setting[] = [
  [scripting, 'MacroSecurityLevel', 3],
  [scripting, 'DisableMacrosExecution', true],
  [scripting, 'BlockUntrustedRefererLinks', true],
  // The two count differently: 0 is never in a text, 1 is never in a sheet.
  ['Office.Writer/Content/Update', 'Link', 0],
  ['Office.Calc/Content/Update', 'Link', 1],
  ['Office.Java/VirtualMachine', 'Enable', false],
  [proxy, 'ooInetProxyType', 2],
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind): Setting[] => [
    [proxy, `ooInet${kind}ProxyName`, '127.0.0.1'],
    [proxy, `ooInet${kind}ProxyPort`, 1],
  ]),
  [proxy, 'ooInetNoProxy', ''],
]

/** The file that a profile holds them in: `user/registrymodifications.xcu`. */
export const officeSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${settings.map(lineOf).join('\n')}
</oor:items>
`

function lineOf([path, name, value]: Setting): string {
  const said = `<prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop>`
  return `<item oor:path="/org.openoffice.${path}">${said}</item>`
}
