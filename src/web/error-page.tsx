import { ReadingPage } from './page.tsx'

/** What somebody reads who asked for something that cannot be had, with a way on. */
export function ErrorPage({ title, sentence, reference }: { title: string; sentence: string; reference?: string }) {
  return (
    <ReadingPage title={title} lead={sentence}>
      {reference !== undefined && (
        <p>
          Nomor rujukan: <strong>{reference}</strong>. Sebutkan nomor ini bila Anda menghubungi pengelola.
        </p>
      )}
      <p>
        <a href="/beranda">Kembali ke beranda</a>
      </p>
    </ReadingPage>
  )
}
