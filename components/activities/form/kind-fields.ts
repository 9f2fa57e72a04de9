import type { ComponentType } from 'react';

/** The part of the activity form that only one kind has: fields beside the title, and sections below. */
export type KindFields = { Basics: ComponentType; Sections: ComponentType };
