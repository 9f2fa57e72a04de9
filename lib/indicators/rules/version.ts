/**
 * The version of what roll-ups hold and of how it is counted. Raise it by one with every change after which figures stored before would be other ones or
 * incomplete: a server that starts then counts every project anew once. A unit test notices the change and asks for it.
 */
export const countingVersion = 1;
