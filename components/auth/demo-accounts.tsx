import { useTranslations } from 'next-intl';

const accounts = ['manager', 'reviewer', 'staff', 'donor', 'admin'] as const;

/** Who can sign in to the demo; the page shows this on the embedded database only. Its words are a namespace of their own, so that no other server sends them. */
export function DemoAccounts() {
  const t = useTranslations('demo');
  return (
    <section aria-labelledby="demo" className="rounded-xl border border-line px-5 py-4">
      <h2 id="demo" className="font-medium">{t('title')}</h2>
      <p className="text-soft">{t.rich('password', { code: (chunks) => <code className="font-mono text-ink">{chunks}</code> })}</p>
      <ul className="mt-2 grid gap-1">
        {accounts.map((account) => (
          <li key={account} className="flex flex-wrap justify-between gap-x-4">
            <code className="font-mono">{account}@example.org</code>
            <span className="text-soft">{t(account)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
