export type Command =
  | { do: 'move'; down: number; right: number; extend: boolean }
  | { do: 'edge'; down: -1 | 0 | 1; right: -1 | 0 | 1; extend: boolean }
  | { do: 'next' | 'previous' | 'edit' | 'clear' | 'fillDown' | 'undo' | 'redo' | 'deleteRows' | 'selectAll' | 'selectRow' | 'selectColumn' | 'toggle' | 'leave' }
  | { do: 'type'; text: string };
type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

const arrows: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const far: Record<string, [-1 | 0 | 1, -1 | 0 | 1]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [-1, -1], End: [1, 1] };
const withControl: Record<string, Command['do']> = { d: 'fillDown', z: 'undo', y: 'redo', a: 'selectAll', Backspace: 'deleteRows', Delete: 'deleteRows', '-': 'deleteRows', ' ': 'selectColumn' };
const plain: Record<string, Command['do']> = { F2: 'edit', Enter: 'edit', Delete: 'clear', Backspace: 'clear', Escape: 'leave', ' ': 'toggle' };

/** What a key means while no cell is being edited, as in spreadsheets; null is left to the browser. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): Command | null {
  const control = ctrlKey || metaKey;
  if (altKey) return null;
  if (control && far[key]) return { do: 'edge', down: far[key][0], right: far[key][1], extend: shiftKey };
  if (control && shiftKey && key.toLowerCase() === 'z') return { do: 'redo' };
  if (control) return simple(withControl[key.length === 1 ? key.toLowerCase() : key]);
  if (arrows[key]) return { do: 'move', down: arrows[key][0], right: arrows[key][1], extend: shiftKey };
  if (key === 'PageDown' || key === 'PageUp') return { do: 'move', down: key === 'PageDown' ? 12 : -12, right: 0, extend: shiftKey };
  if (key === 'Home' || key === 'End') return { do: 'edge', down: 0, right: key === 'Home' ? -1 : 1, extend: shiftKey };
  if (key === 'Tab') return { do: shiftKey ? 'previous' : 'next' };
  if (key === ' ' && shiftKey) return { do: 'selectRow' };
  if (plain[key]) return simple(plain[key]);
  return key.length === 1 ? { do: 'type', text: key } : null;
}

const simple = (name: Command['do'] | undefined): Command | null => (name ? ({ do: name } as Command) : null);
