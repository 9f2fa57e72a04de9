-- Appends to a chain of the audit trail in one go: locks its head, gives each entry its number and hash, moves the head. An entry comes as its canonical text
-- up to the number, which stands last in it: what is hashed is exactly what lib/audit/rules hashes when it verifies the chain.
create function append_audit(p_chain uuid, p_label text, p_entries text[]) returns void language plpgsql as $$
declare
  n bigint;
  h text;
  previous text;
  entry text;
  e jsonb;
begin
  insert into audit_heads as head (chain, seq, hash) values (p_chain, 0, repeat('0', 64))
    on conflict (chain) do update set seq = head.seq returning head.seq, head.hash into n, h;
  foreach entry in array p_entries loop
    previous := h;
    n := n + 1;
    e := (entry || n || '}')::jsonb;
    h := encode(sha256(convert_to(previous || E'\n' || entry || n || '}', 'UTF8')), 'hex');
    insert into audit_log (id, chain, seq, at, actor_id, actor_label, action, entity, entity_id, changes, note, previous_hash, hash)
      values ((e->>'id')::uuid, p_chain, n, (e->>'at')::timestamptz, (e->>'actorId')::uuid, p_label, e->>'action', e->>'entity', (e->>'entityId')::uuid, e->'changes', e->>'note', previous, h);
  end loop;
  update audit_heads set seq = n, hash = h where chain = p_chain;
end $$;
