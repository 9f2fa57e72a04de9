/** Longer than any click; a pointer released outside the window never says so. */
const longestMs = 1000;
let pressed: Promise<void> | null = null;

function press(): void {
  pressed = new Promise((resolve) => {
    const over = () => {
      pressed = null;
      for (const end of ends) document.removeEventListener(end, later, true);
      resolve();
    };
    const later = () => setTimeout(over); // the click comes first
    const ends = ['pointerup', 'pointercancel', 'dragend'];
    for (const end of ends) document.addEventListener(end, later, true);
    setTimeout(over, longestMs);
  });
}
if (typeof document !== 'undefined') document.addEventListener('pointerdown', press, true);

/**
 * When no pointer is down. Pressing a button leaves the field before it: a message that appeared under that field now would push the button away, and
 * the click would be lost.
 */
export const released = async (): Promise<void> => {
  await pressed;
};
