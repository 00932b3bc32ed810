/** What happened to the documents alone. Which they are is in the act, as for every event. */
export interface DocumentEvents {
  DocumentsAdded: { readonly note?: string }
}
