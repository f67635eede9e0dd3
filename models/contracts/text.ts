/** A label or sentence in the product's two languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A language of the product; zh is the first. */
export type Language = keyof Text;
