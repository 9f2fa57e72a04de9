import { useTranslations } from 'next-intl';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { setUserAdminAction, setUserDisabledAction } from '@/lib/users/actions';
import type { AccountRow } from '@/lib/users/queries';
import { PasswordButton } from './password-button';

/** What may be done to an account. Nobody disables or demotes themselves. */
export function AccountActs({ account, self }: { account: AccountRow; self: boolean }) {
  const t = useTranslations('admin.users');
  const common = useTranslations('common');
  const { id: userId, name } = account;
  const shared = { cancelLabel: common('cancel'), failedText: common('failed'), size: 'sm' as const };
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <PasswordButton userId={userId} label={t('setPassword')} title={t('passwordTitle', { name })} passwordLabel={t('newPassword')} hint={t('passwordHint')} closeLabel={common('close')} saveLabel={common('save')} />
      {!self && <ConfirmButton {...shared} label={t(account.isAdmin ? 'takeAdmin' : 'makeAdmin')} title={t(account.isAdmin ? 'takeAdminTitle' : 'makeAdminTitle', { name })} body={t(account.isAdmin ? 'takeAdminBody' : 'makeAdminBody')} action={setUserAdminAction} input={{ userId, isAdmin: !account.isAdmin }} />}
      {!self && <ConfirmButton {...shared} label={t(account.disabled ? 'enable' : 'disable')} title={t(account.disabled ? 'enableTitle' : 'disableTitle', { name })} body={t(account.disabled ? 'enableBody' : 'disableBody')} action={setUserDisabledAction} input={{ userId, disabled: !account.disabled }} />}
    </div>
  );
}
