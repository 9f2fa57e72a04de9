'use client';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

type Texts = { label: string; hint: string; clear: string; type: string; typed: string };
type Point = { x: number; y: number };
const [width, height] = [900, 300];

/** A sheet to sign on with finger, pen or mouse; who cannot draw signs by typing the name. Sends 'drawing' (PNG) or 'typed' with the form around it. */
export function SignaturePad({ texts }: { texts: Texts }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point | null>(null);
  const [drawing, setDrawing] = useState('');
  const [typed, setTyped] = useState(false);
  // Without scripts there is nothing to draw on: then the box to tick is the way.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  const at = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = at(event);
    stroke(canvas.current, last.current, last.current);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!last.current) return;
    const next = at(event);
    stroke(canvas.current, last.current, next);
    last.current = next;
  };
  const end = () => {
    if (!last.current) return;
    last.current = null;
    setDrawing(canvas.current?.toDataURL('image/png') ?? '');
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height);
    setDrawing('');
  };
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="text-base font-semibold">{texts.label}</legend>
      {ready && !typed && (
        <>
          <p className="text-soft">{texts.hint}</p>
          <canvas ref={canvas} width={width} height={height} role="img" aria-label={texts.label} className="aspect-3/1 w-full touch-none rounded-lg border-2 border-dashed border-edge bg-white" onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end} />
          <div><Button size="sm" icon="undo" onClick={clear} aria-disabled={!drawing || undefined}>{texts.clear}</Button></div>
        </>
      )}
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="typed" value="yes" className="tick" onChange={(event) => setTyped(event.target.checked)} />
        <span>{ready ? texts.type : texts.typed}</span>
      </label>
      <input type="hidden" name="drawing" value={typed ? '' : drawing} />
    </fieldset>
  );
}

function stroke(canvas: HTMLCanvasElement | null, from: Point, to: Point): void {
  const pen = canvas?.getContext('2d');
  if (!pen) return;
  pen.strokeStyle = '#101a3a';
  pen.lineWidth = 5;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x + (from === to ? 0.1 : 0), to.y);
  pen.stroke();
}
