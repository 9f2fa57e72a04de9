/** A segment of an address as the text it stands for; what is not validly encoded stays as it is, and then matches nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
