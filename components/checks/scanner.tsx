'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';

type Detect = (video: HTMLVideoElement) => Promise<string | null>;
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> };

/** The camera, looking for a QR code until it is closed; `onRead` hears every code once per look. Asks for the camera only when it is opened. */
export function Scanner({ onRead, onClose, message }: { onRead: (text: string) => void; onClose: () => void; message: string }) {
  const t = useTranslations('checks.scan');
  const video = useRef<HTMLVideoElement>(null);
  const heard = useRef(onRead);
  heard.current = onRead;
  const [failure, setFailure] = useState<'none' | 'denied' | 'missing'>('none');
  useEffect(() => {
    const camera = new AbortController();
    void watch(video, (text) => heard.current(text), camera.signal).catch((error: unknown) => {
      if (!camera.signal.aborted) setFailure(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing');
    });
    return () => camera.abort();
  }, []);
  return (
    <section aria-label={t('title')} className="grid gap-2 rounded-lg border border-line bg-surface p-3">
      {failure === 'none' ? <video ref={video} muted playsInline className="aspect-square w-full rounded bg-black object-cover sm:aspect-video" /> : <Banner kind="warning">{t(failure)}</Banner>}
      <p role="status" className="min-h-5 text-soft">{message || (failure === 'none' ? t('hint') : '')}</p>
      <div><Button onClick={onClose} icon="close">{t('close')}</Button></div>
    </section>
  );
}

async function watch(ref: React.RefObject<HTMLVideoElement | null>, onRead: (text: string) => void, signal: AbortSignal): Promise<void> {
  if (!navigator.mediaDevices) throw new Error('no camera');
  const [detect, stream] = await Promise.all([detector(), navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })]);
  const stop = () => stream.getTracks().map((track) => track.stop());
  if (signal.aborted || !ref.current) return void stop();
  signal.addEventListener('abort', stop);
  ref.current.srcObject = stream;
  await ref.current.play();
  let last = '';
  while (!signal.aborted && ref.current) {
    const text = await detect(ref.current).catch(() => null);
    if (text && text !== last && !signal.aborted) onRead(text);
    last = text ?? '';
    await new Promise((resolve) => setTimeout(resolve, 180));
  }
}

// The browser's own reader where there is one; else jsqr, which is fetched only then.
async function detector(): Promise<Detect> {
  const Native = (window as unknown as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (Native && (await Native.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const reader = new Native({ formats: ['qr_code'] });
    return async (video) => (await reader.detect(video))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (!pen || video.videoWidth === 0) return null;
    const scale = Math.min(1, 640 / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    return jsQR(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data ?? null;
  };
}
