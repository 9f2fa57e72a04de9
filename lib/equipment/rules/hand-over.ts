/** Items that one hand-over takes; its schema refuses more. */
export const mostItems = 500;
