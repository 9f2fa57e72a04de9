/** 'PX.0009-0007': the tag on the item, numbered per project. */
export const assetTag = (projectsId: string, number: number): string => `${projectsId}-${String(number).padStart(4, '0')}`;
