import { type ShownProject, ShownProjects } from '#gallery'
import { ButtonLink } from '#web/button.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Prose, Section } from '#web/section.tsx'

type Props = { isSignedIn: boolean; projects: ShownProject[]; posters: ReadonlyMap<string, string> }

/** The door for the whole world: what the programme is, what it has brought, and the way in for those who work in it. */
export const PublicHomePage = ({ isSignedIn, projects, posters }: Props) => (
  <ReadingPage
    title="Agen perubahan"
    heading="Pegawai yang merintis perubahan di unitnya"
    lead="Rintis mencatat perjalanan setiap proyek perubahan: dari keputusan yang menetapkan agennya sampai hasil yang dapat dilihat masyarakat."
    actions={
      <ButtonLink kind="primary" href={isSignedIn ? '/beranda' : '/masuk'}>
        {isSignedIn ? 'Ke beranda' : 'Masuk'}
      </ButtonLink>
    }
  >
    <Section title="Proyek yang sudah terbit" act={projects.length > 0 && <a href="/galeri">Lihat semua</a>}>
      <ShownProjects {...{ projects, posters }} />
    </Section>
    <Prose>
      <h2>Apa itu agen perubahan</h2>
      <p>
        Agen perubahan adalah pegawai terpilih yang menjadi contoh dalam integritas dan kinerja. Dengan keputusan
        pimpinan, setiap agen menjalankan satu proyek yang mengubah cara kerja unitnya, dalam satu atau beberapa area
        perubahan reformasi birokrasi.
      </p>
      <h2>Untuk apa</h2>
      <ul>
        <li>Pemerintah yang bersih dan bebas korupsi, kolusi, dan nepotisme.</li>
        <li>Pelayanan publik yang lebih baik.</li>
        <li>Birokrasi yang lebih cakap dan bertanggung jawab atas kinerjanya.</li>
      </ul>
    </Prose>
  </ReadingPage>
)
