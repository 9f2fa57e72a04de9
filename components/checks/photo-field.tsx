'use client';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useEffect, useState } from 'react';
import { Field } from '@/components/form/field';
import { buttonClass, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { mostPhotos } from '@/lib/equipment/schema/checks';

type Chosen = { file: File; url: string };

/** Photos of the check, straight from the camera of a phone or from a file; shown small before they are sent. */
export function PhotoField({ maxMb, onFiles }: { maxMb: number; onFiles: (files: File[]) => void }) {
  const t = useTranslations('checks');
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [note, setNote] = useState('');
  useEffect(() => onFiles(chosen.map(({ file }) => file)), [chosen, onFiles]);
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    const fitting = files.filter((file) => file.size <= maxMb * 1_000_000);
    setNote(fitting.length < files.length ? t('photoTooLarge', { n: maxMb }) : '');
    setChosen((all) => [...all, ...fitting.map((file) => ({ file, url: URL.createObjectURL(file) }))].slice(0, mostPhotos));
    event.target.value = '';
  };
  const drop = (url: string) => {
    URL.revokeObjectURL(url);
    setChosen((all) => all.filter((one) => one.url !== url));
  };
  return (
    <Field name="photos" label={t('photos')} hint={t('photosHint', { n: mostPhotos })} optional className="sm:col-span-2">
      {(wiring) => (
        <>
          {/* The input itself is only out of sight: it takes the focus, and the button below shows it. */}
          <span className="relative inline-flex">
            <input {...wiring} type="file" accept="image/jpeg,image/png,image/webp" capture="environment" multiple onChange={add} className="peer sr-only" />
            <label htmlFor={wiring.id} className={buttonClass({ className: 'min-h-12 w-full cursor-pointer text-base peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent sm:w-auto' })}>
              <Icon name="plus" />
              {t('takePhoto')}
            </label>
          </span>
          {note && <p role="alert" className="font-medium text-bad">{note}</p>}
          <ul className="flex flex-wrap gap-2">
            {chosen.map(({ file, url }, index) => (
              <li key={url} className="relative">
                {/* biome-ignore lint/performance/noImgElement: a file of this device, not yet anywhere else */}
                <img src={url} alt={t('photoN', { n: index + 1, name: file.name })} className="size-24 rounded-lg border border-line object-cover" />
                <IconButton icon="close" variant="secondary" label={t('dropPhoto', { n: index + 1 })} onClick={() => drop(url)} className="absolute top-1 right-1" />
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
