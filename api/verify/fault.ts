/** Something that does not agree: where it is, and what is wrong with it. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Takes a fault when it is found. */
export type Found = (fault: Fault) => void;
