/** The rule behind each refusal about documents. */
export const documentRefusals = {
  'no-documents': 'documents-given',
  'document-required': 'documents-required',
  'document-twice': 'document-versions',
  'document-superseded': 'document-versions',
  'document-locked': 'document-lock',
  'document-differs': 'document-digest',
  'document-not-stored': 'document-digest',
  'document-store-away': 'document-digest',
} as const
