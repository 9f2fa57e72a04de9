// Own strokes on a 16 px grid. An icon is always beside a word or inside a control that has a name, hence hidden from assistive technology.
const paths = {
  overview: 'M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v3.5h-4.5zM9 8.5h4.5v5h-4.5zM2.5 11h4.5v2.5h-4.5z',
  results: 'M3 3h3v3h-3zM10 3h3v3h-3zM10 10h3v3h-3zM6 4.5h4M8 4.5v7h2',
  indicator: 'M2.5 13.5h11M4 11V8M8 11V3M12 11V6',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  people:
    'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.8 13.5c.3-2.4 2-3.7 4.2-3.7s3.9 1.3 4.2 3.700M11 3.300a2.3 2.3 0 0 1 0 4.400M12.2 10.200c1.2.6 1.9 1.7 2.1 3.3',
  box: 'M8 1.800l5.5 3v6.400L8 14.200l-5.5-3V4.800zM2.5 4.8 8 7.800l5.5-3M8 7.800v6.4',
  flag: 'M3.5 14V2.500h8.500l-2 3 2 3h-8.5',
  cooperation:
    'M4 6.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 6.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 13.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6 4.500h4M5 6.300l2 3.400M11 6.300l-2 3.4',
  check: 'M3 8.500l3.3 3.300L13 4.8',
  review: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M5.5 8.200l1.8 1.8 3.3-3.6',
  report: 'M4 1.800h5.500L12.5 5v9.200H4zM9.3 2v3.200h3M6.3 8h4M6.3 11h4',
  gear: 'M8 10.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400zM8 1.800v2M8 12.200v2M1.8 8h2M12.2 8h2M3.6 3.600l1.4 1.400M11 11l1.4 1.400M12.4 3.6 11 5M5 11l-1.4 1.4',
  pin: 'M8 14s4.500-4.300 4.500-7.500a4.500 4.500 0 0 0-9 0C3.500 9.700 8 14 8 14zM8 8a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  calendar: 'M2.5 4h11v9.500h-11zM2.5 7h11M5.5 2.300v2.500M10.5 2.300v2.5',
  training: 'M1.5 5.5 8 2.500l6.5 3L8 8.500zM4 7v3.500c1 1.2 2.4 1.8 4 1.800s3-.6 4-1.800V7M14.5 5.500v4',
  meeting: 'M2 3h9v6.500H6L3.5 12V9.500H2zM13 5.500h1.500V11H13v2l-2-2H8',
  search: 'M7 11.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 14 14',
  menu: 'M2.5 4.500h11M2.5 8h11M2.5 11.500h11',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  down: 'M4 6.200l4 4 4-4',
  right: 'M6.2 4l4 4-4 4',
  left: 'M9.8 4l-4 4 4 4',
  up: 'M4 9.800l4-4 4 4',
  'arrow-up': 'M8 13V3.500M4 7l4-4 4 4',
  'arrow-down': 'M8 3v9.500M4 9l4 4 4-4',
  warning: 'M8 2.2 14.3 13.300H1.700zM8 6.300v3.200M8 11.400h.01',
  info: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 7.300v3.700M8 5h.01',
  error: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 4.700v4M8 11h.01',
  success: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM5.3 8.200l1.9 1.9 3.5-3.9',
  clock: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 4.700V8l2.3 1.5',
  file: 'M4 1.800h5.500L12.5 5v9.200H4zM9.3 2v3.200h3',
  download: 'M8 2.500v7.500M4.8 7 8 10.2 11.2 7M3 13.300h10',
  upload: 'M8 10.500V3M4.8 6 8 2.8 11.2 6M3 13.300h10',
  edit: 'M3 13l.6-2.800L10.7 3.100l2.2 2.200L5.8 12.400zM9.2 4.600l2.2 2.2',
  trash: 'M3 4.500h10M6 4.300V2.500h4v1.800M4.3 4.500l.6 9h6.200l.6-9M6.8 7v4M9.2 7v4',
  undo: 'M5.5 3 2.7 5.800l2.8 2.800M3 5.800h6.300a3.6 3.6 0 0 1 0 7.200H6',
  person: 'M8 7.800a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.600zM2.8 14c.4-2.9 2.4-4.3 5.2-4.300s4.8 1.4 5.2 4.3',
  globe: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM2 8h12M8 2c2 1.8 2.8 3.8 2.8 6S10 12.2 8 14c-2-1.8-2.8-3.8-2.8-6S6 3.8 8 2z',
  sun: 'M8 10.800a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.600zM8 1.500v1.300M8 13.200v1.300M1.5 8h1.300M13.2 8h1.300M3.4 3.400l.9.900M11.7 11.700l.9.900M12.6 3.400l-.9.900M4.3 11.700l-.9.9',
  print: 'M4.5 6V2.200h7V6M4.5 11.500h-2V6h11v5.500h-2M4.5 9.500h7v4.300h-7z',
  external: 'M6.5 3.500H3v9.500h9.500V9.500M9 2.800h4.200V7M13 3 7.5 8.5',
  lock: 'M3.5 7h9v6.500h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  shield: 'M8 1.800l5 1.900v4c0 3-2 5.2-5 6.5-3-1.3-5-3.5-5-6.500v-4z',
  dot: 'M8 8h.01',
  half: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 2v12M8 5h4M8 8h5.500M8 11h4',
  pause: 'M5.5 3.500v9M10.5 3.500v9',
  minus: 'M3.5 8h9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16, className = '' }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
