/** A segment of an address as the text it stands for; what is not validly encoded, or holds a NUL, stays as it is, and then matches nothing. */
export function decodeSegment(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return text.includes('\0') ? segment : text;
  } catch {
    return segment;
  }
}
