import { stageWords } from '#project'
import type { FacetName, SearchAccess, SearchKind, SearchOrder } from '../search.ts'
import type { FoundDetail } from '../search-detail-store.ts'
import { pathOfRecording } from '../share.ts'

export const kindWords: Record<SearchKind, string> = {
  project: 'Proyek',
  recording: 'Dokumentasi',
  guideline: 'Pedoman teknis',
  evidence: 'Eviden',
  person: 'Pegawai',
}

export const accessWords: Record<SearchAccess, string> = {
  public: 'Siapa saja',
  agency: 'Seluruh instansi',
  team: 'Orang-orang proyeknya',
  forum: 'Anggota forum',
}

export const facetWords: Record<FacetName, string> = {
  kind: 'Jenis',
  area: 'Area perubahan',
  target: 'Sasaran',
  unit: 'Unit kerja',
  year: 'Tahun program',
  stage: 'Tahap proyek',
  access: 'Dapat dibaca',
  agency: 'Instansi',
}

export const orderWords: Record<SearchOrder, string> = {
  relevance: 'Paling sesuai',
  newest: 'Terbaru',
  title: 'Judul',
}

/** What a choice of a facet is called. */
export const choiceInWords = (facet: FacetName, key: string, label: string | null): string => {
  if (facet === 'kind') return kindWords[key as SearchKind] ?? key
  if (facet === 'access') return accessWords[key as SearchAccess] ?? key
  if (facet === 'stage') return stageWords[key as keyof typeof stageWords] ?? key
  return label ?? key
}

/** Where a thing that was found is read. */
export function hrefOf(detail: FoundDetail, isPublic: boolean): string {
  const { kind, thingId, code, projectCode, guidelineId, version, second } = detail
  const from = second ? `?t=${second}` : ''
  if (isPublic) return kind === 'recording' ? `${pathOfRecording(code ?? '')}${from}` : `/galeri/${projectCode}`
  if (kind === 'project') return `/proyek/${code}`
  if (kind === 'recording') return `/dokumentasi/${code}${from}`
  if (kind === 'evidence') return `/proyek/${projectCode}/eviden/${thingId}`
  if (kind === 'guideline') return `/pedoman/${guidelineId}?versi=${version}`
  return `/orang/${thingId}`
}
