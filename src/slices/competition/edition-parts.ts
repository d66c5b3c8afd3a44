import { type Draft, idOf, nameOf, type Part, rowsAt } from './edition-part.ts'
import { aspects, choices, fieldsPart, hint, identity, name, original } from './edition-questions.ts'

const basics: Part = {
  key: 'pokok',
  title: 'Pokok',
  lead: 'Nama, tahun, kelompok, dan dasar hukumnya.',
  said: [
    { path: 'label', kind: 'text', label: 'Nama edisi' },
    { path: 'year', kind: 'whole', label: 'Tahun', empty: 'null' },
    { path: 'group', kind: 'text', label: 'Kelompok', hint: 'Misalnya umum, khusus, atau replikasi.' },
    {
      path: 'form',
      kind: 'one',
      label: 'Kompetisi',
      options: choices({ kipp: 'KIPP, dikirim lewat Sinovik', other: 'Kompetisi lain' }),
    },
    {
      path: 'short',
      kind: 'text',
      label: 'Sebutan kompetisi lain',
      hint: 'Misalnya UNPSA. Untuk KIPP boleh kosong.',
      empty: 'null',
    },
    {
      path: 'site',
      kind: 'text',
      label: 'Tempat mengirim usulan',
      hint: 'Misalnya situs UNPSA. Untuk KIPP boleh kosong: Sinovik.',
      empty: 'null',
    },
    {
      path: 'language',
      kind: 'one',
      label: 'Bahasa jawaban',
      options: choices({ id: 'Indonesia', en: 'Inggris' }),
    },
    { path: 'basis', kind: 'text', label: 'Dasar hukum' },
    {
      path: 'remark',
      kind: 'long',
      label: 'Catatan',
      hint: 'Sejauh mana isinya dapat diandalkan, dan apa yang harus dicocokkan.',
    },
  ],
  origins: ['basis'],
}

const conditions: Part = {
  key: 'syarat',
  title: 'Tanggal dan syarat',
  lead: 'Kapan pendaftarannya, dan inovasi mana yang boleh ikut.',
  said: [
    { path: 'opensOn', kind: 'day', label: 'Pendaftaran dibuka', empty: 'null' },
    { path: 'closingOn', kind: 'day', label: 'Pendaftaran ditutup', empty: 'null' },
    { path: 'minimumYears', kind: 'whole', label: 'Umur paling sedikit', unit: 'tahun', empty: 'null' },
    { path: 'ageNote', kind: 'text', label: 'Keterangan umur', empty: 'text' },
    { path: 'quota', kind: 'whole', label: 'Usulan paling banyak per instansi', empty: 'null' },
    { path: 'needsPublicService', kind: 'yes', label: 'Hanya menerima inovasi pelayanan publik' },
  ],
  rows: {
    path: 'awardRules',
    noun: 'aturan penghargaan',
    said: [
      {
        path: 'award',
        kind: 'one',
        label: 'Tahap yang pernah dilewati',
        hint: 'Satu dari tahap edisi ini.',
        options: (draft) => {
          const stages = rowsAt(draft, 'stages').map((stage) => ({ value: idOf(stage), label: nameOf(stage) }))
          const others = rowsAt(draft, 'awardRules')
            .map(({ award }) => String(award ?? ''))
            .filter((award) => award !== '' && !stages.some(({ value }) => value === award))
          return [...stages, ...[...new Set(others)].map((value) => ({ value, label: value }))]
        },
      },
      {
        path: 'most',
        kind: 'whole',
        label: 'Paling banyak',
        unit: 'kali',
        hint: '0 berarti belum pernah sama sekali.',
      },
    ],
    fresh: {},
    isKeyed: false,
  },
  origins: ['dates', 'age', 'groups'],
}

const categories: Part = {
  key: 'kategori',
  title: 'Kategori',
  lead: 'Tiap usulan memilih satu kategori. Tanpa kategori, formulir tidak menanyakannya.',
  said: [],
  rows: { path: 'categories', noun: 'kategori', said: [name, original], fresh: {}, isKeyed: true },
  origins: ['categories'],
}

const goals: Part = {
  key: 'tpb',
  title: 'Tujuan TPB',
  lead: 'Tujuan Pembangunan Berkelanjutan yang dapat dipilih, satu atau lebih.',
  said: [],
  rows: {
    path: 'goals',
    noun: 'tujuan',
    said: [{ path: 'key', kind: 'text', label: 'Nomor' }, name, original],
    fresh: {},
    isKeyed: false,
  },
  origins: ['goals'],
}

const video: Part = {
  key: 'video',
  title: 'Video',
  lead: 'Yang diminta dari video usulan. Kosongkan yang belum diketahui atau tidak diatur.',
  said: [
    { path: 'video.required', kind: 'yes', label: 'Video wajib' },
    { path: 'video.mostSeconds', kind: 'whole', label: 'Paling lama', unit: 'detik', empty: 'null' },
    { path: 'video.leastHeight', kind: 'whole', label: 'Tinggi gambar paling kecil', unit: 'piksel', empty: 'null' },
    {
      path: 'video.language',
      kind: 'text',
      label: 'Bahasa',
      hint: 'Kode bahasa: id untuk Indonesia, en untuk Inggris.',
      empty: 'null',
    },
    {
      path: 'video.hosts',
      kind: 'lines',
      label: 'Tempat yang diterima',
      hint: 'Satu alamat situs per baris, misalnya youtube.com. Kosongkan bila di mana saja boleh.',
      empty: 'text',
    },
    { path: 'video.shows', kind: 'lines', label: 'Yang harus tampak', hint: 'Satu hal per baris.', empty: 'text' },
  ],
  origins: ['video'],
}

const letters: Part = {
  key: 'surat',
  title: 'Surat dan pernyataan',
  lead: 'Tanpa ini usulan tidak dapat dikirim. Surat dilampirkan pindaiannya; pernyataan dicentang.',
  said: [],
  rows: {
    path: 'checks',
    noun: 'surat atau pernyataan',
    said: [
      name,
      { path: 'kind', kind: 'one', label: 'Jenis', options: choices({ letter: 'Surat', statement: 'Pernyataan' }) },
      hint,
      {
        path: 'letter',
        fold: 'Rancangan, penanda tangan, dan meterai',
        kind: 'one',
        label: 'Rancangan surat',
        hint: 'Surat yang ditulis Rintis dari data usulan.',
        empty: 'null',
        options: choices({
          implementation: 'Implementasi inovasi',
          innovators: 'Identitas inovator',
          replication: 'Kesediaan direplikasi',
          own: 'Hanya kalimat di bawah',
        }),
      },
      {
        path: 'statement',
        fold: 'Rancangan, penanda tangan, dan meterai',
        kind: 'long',
        label: 'Kalimat pernyataan',
        hint: 'Menggantikan kalimat Rintis. {judul}, {unit}, {instansi}, dan {mulai} diisi dari usulan.',
        empty: 'absent',
      },
      {
        path: 'signatory',
        fold: 'Rancangan, penanda tangan, dan meterai',
        kind: 'text',
        label: 'Penanda tangan',
        hint: 'Jabatannya.',
        empty: 'absent',
      },
      { path: 'stamped', fold: 'Rancangan, penanda tangan, dan meterai', kind: 'yes', label: 'Bermeterai' },
      {
        path: 'leastFiles',
        fold: 'Rancangan, penanda tangan, dan meterai',
        kind: 'whole',
        label: 'Lampiran bidang paling sedikit',
        unit: 'berkas',
        hint: 'Untuk pernyataan tentang lampiran. Kosongkan bila tidak diminta.',
        empty: 'absent',
      },
      {
        path: 'mostBytes',
        fold: 'Rancangan, penanda tangan, dan meterai',
        kind: 'kilobytes',
        label: 'Pindaian paling besar',
        unit: 'kB',
        empty: 'null',
      },
    ],
    fresh: { hint: '', letter: null, mostBytes: null, stamped: false },
    isKeyed: true,
  },
  origins: ['letters'],
}

const stages: Part = {
  key: 'tahap',
  title: 'Tahap',
  lead: 'Tahap kompetisi menurut urutannya, dan sebutan hasilnya.',
  said: [],
  rows: {
    path: 'stages',
    noun: 'tahap',
    said: [
      name,
      { path: 'passed', kind: 'text', label: 'Bila lolos disebut', hint: 'Kosong berarti Lolos.', empty: 'absent' },
      {
        path: 'failed',
        kind: 'text',
        label: 'Bila tidak disebut',
        hint: 'Kosong berarti Tidak lolos.',
        empty: 'absent',
      },
    ],
    fresh: {},
    isKeyed: true,
  },
  origins: ['stages'],
}

/** All parts of an edition, in the order in which its form reads; the fields of each aspect are a part of their own. */
export const partsOf = (draft: Draft): Part[] => [
  ...[basics, conditions, categories, goals, aspects],
  ...rowsAt(draft, 'aspects').map(fieldsPart),
  ...[identity, video, letters, stages],
]
