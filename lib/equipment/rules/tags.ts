/** 'PX.0009-0007': the tag on the item, numbered per project. */
export const assetTag = (projectsId: string, number: number): string => `${projectsId}-${String(number).padStart(4, '0')}`;

/** The number that a typed tag ends with: 'PX.0009-0007' and '7' both mean 7; null where it ends with none. As the column tag_number reads it. */
export const tagNumber = (tag: string): number | null => {
  const digits = /[0-9]{1,9}$/.exec(tag.trim())?.[0];
  return digits ? Number(digits) : null;
};
