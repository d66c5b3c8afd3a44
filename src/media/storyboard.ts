import { storyboardStep } from './commands.ts'

const columns = 10

/** The cues of a storyboard (WebVTT): from second to second, the part of the sheet that shows it. */
export function storyboardCues(seconds: number, sheet: { width: number; height: number }): string {
  const step = storyboardStep(seconds)
  const [width, height] = [Math.floor(sheet.width / columns), Math.floor(sheet.height / columns)]
  const count = Math.min(columns * columns, Math.max(1, Math.ceil(seconds / step)))
  const cues = Array.from({ length: count }, (_, at) => {
    const place = [(at % columns) * width, Math.floor(at / columns) * height, width, height].join()
    return `${clock(at * step)} --> ${clock((at + 1) * step)}\nstoryboard.jpg#xywh=${place}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

const clock = (seconds: number): string => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`
}
