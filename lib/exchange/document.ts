import type { Wording } from '@/lib/i18n/wording';

/** Words in one language or two, first to last. */
export type Text = string | readonly string[];
/** One part of a paper that is written both as PDF and as DOCX. A heading of level 2 stands under one of level 1. */
export type Block =
  | { heading: Text; level?: 1 | 2 }
  | { paragraph: Text; soft?: boolean }
  | { facts: readonly { label: Text; value: string }[] }
  | { list: readonly string[] }
  | { table: { columns: readonly { head: Text; share: number; align?: 'right' | 'center' }[]; rows: readonly (readonly (string | { text: string; soft?: string })[])[] } };
/** A paper as what stands on it; how it is drawn is the business of its format. */
export type Document = { title: Text; /** running head, left and right */ head: string; reference: string; foot: string; notice: string | null; blocks: readonly Block[]; words: Wording; moment: Date };
