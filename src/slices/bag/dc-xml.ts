import { element, xmlDocument } from '#documents/write-xml.ts'
import type { DublinCoreStatement } from '#recording'

/** A description as simple and qualified Dublin Core (DCMI, "Guidelines for implementing Dublin Core in XML"). */
export const dublinCoreXml = (statements: readonly DublinCoreStatement[]): string =>
  xmlDocument(
    element(
      'metadata',
      { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:dcterms': 'http://purl.org/dc/terms/' },
      ...statements.map(({ element: name, refines, value }) =>
        element(refines ? `dcterms:${refines}` : `dc:${name}`, {}, value),
      ),
    ),
  )
