import type { ReactNode } from 'react';

export type GridChoice = { value: string; label: string };
export type GridRow = { id: string };

/** One column: how a cell reads, and what a row becomes when something is written into it. Pasted and typed text go the same way. */
export type GridColumn<R extends GridRow> = {
  key: string;
  label: string;
  kind: 'text' | 'number' | 'choice' | 'tick';
  /** width as a class */
  width: string;
  /** stays in view at this distance from the left, as a class */
  sticky?: string;
  /** what stands in the cell and is copied out; a tick is '1' or '' */
  text: (row: R) => string;
  /** missing: nothing can be written here */
  write?: (row: R, text: string) => R;
  /** writes a choice by its value, where labels may stand twice */
  pick?: (row: R, value: string) => R;
  options?: (row: R) => GridChoice[];
  locked?: (row: R) => boolean;
  /** looks other than the text */
  show?: (row: R) => ReactNode;
};

export type Cell = { row: number; column: number };
export type Range = { top: number; bottom: number; left: number; right: number };
/** What is wrong with a row: column key → sentence. */
export type Problems = Readonly<Record<string, string>>;
