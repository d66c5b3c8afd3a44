import type { VNode } from 'preact'
import { notFound } from '#kit/refusal.ts'
import { ConfirmPage } from '../confirm.tsx'
import { anyone, routes } from '../request.ts'
import { AllParts } from './all-parts.tsx'
import { DeskSample } from './desk-sample.tsx'
import { FormSample } from './form-sample.tsx'
import { ProjectSample } from './project-sample.tsx'
import { AsSecretary } from './sample-shell.tsx'
import { SignInSample } from './sign-in-sample.tsx'
import { TableSample } from './table-sample.tsx'

const pages: Record<string, VNode> = {
  beranda: <DeskSample />,
  tabel: <TableSample />,
  proyek: <ProjectSample />,
  formulir: <FormSample />,
  masuk: <SignInSample />,
  hentikan: (
    <AsSecretary>
      <ConfirmPage action="/gaya/hentikan" act="Hentikan proyek" question="Hentikan proyek ini?" back="/gaya/proyek">
        <p>Proyek yang dihentikan tidak dapat dilanjutkan. Riwayat dan berkasnya tetap tersimpan.</p>
      </ConfirmPage>
    </AsSecretary>
  ),
}

/** The style guide: every part of a page, and pages made of them. Mounted in development only. */
export const styleGuideRoutes = routes()
  .get('/gaya', anyone, (c) => c.render(<AllParts />))
  .get('/gaya/:page', anyone, (c) => {
    const page = pages[c.req.param('page')]
    if (page === undefined) throw notFound()
    return c.render(page)
  })
