import { create } from 'qrcode';

/** A text as a QR code: one path of dark modules on a white ground with the quiet zone scanners need, in either theme. Drawn on the server. */
export function QrCode({ text, label, className = 'w-48' }: { text: string; label: string; className?: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 8;
  const path = Array.from(modules.data, (dark, at) => (dark ? `M${(at % modules.size) + 4} ${Math.floor(at / modules.size) + 4}h1v1h-1z` : '')).join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className={`h-auto ${className}`}>
      <rect width={size} height={size} className="fill-white" />
      <path d={path} className="fill-black" />
    </svg>
  );
}
