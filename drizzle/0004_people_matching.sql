-- Names as they sound, whoever wrote them down: the same list as lib/people/rules/names.ts, held together by a test.
create function name_sound(value text) returns text language sql immutable parallel safe strict cost 500 as $$
  select regexp_replace(regexp_replace(regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      trim(regexp_replace(replace(regexp_replace(
        replace(replace(replace(replace(replace(replace(
          case when octet_length(value) = length(value) then lower(value) else
            translate(lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g') collate "und-x-icu"),
              'абвгдђежзијклмнопрстћуфхцчшđðłøı', 'abvgddezzijklmnoprstcufhccsddloi') end,
          'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        '[^\u0001-\u007f]', ' ', 'g'), 'dj', 'd'), '[^a-z0-9]+', ' ', 'g')),
      'xh', 'dz'), 'zh', 'z'), 'sh', 's'), 'ch', 'c'), 'gj', 'd'), 'th', 't'), 'dh', 'd'), 'q', 'c'), 'x', 'ks'), 'y', 'j'), 'w', 'v'),
    'ij([aeou])', 'i\1', 'g'), 'aj([lt])', 'ai\1', 'g'), '([a-z])\1+', '\1', 'g')
$$;--> statement-breakpoint
-- Keys that a name shares with its likes: all its words in one order; then for each two words the start of one with the initial of the other (a slip
-- late in a word, an initial for a word) and one whole word with a piece of the other (a slip early in it). The first key is all the words.
create function name_keys(given text, family text) returns text[] language plpgsql immutable parallel safe strict cost 2000 as $$
declare
  words text[] := array(select word from unnest(string_to_array(public.name_sound(given || ' ' || family), ' ')) word where word <> '' order by word collate "C" limit 4);
  keys text[] := array[array_to_string(words, ' ')];
  a text;
  b text;
begin
  for i in 1 .. cardinality(words) loop
    for j in 1 .. cardinality(words) loop
      if i <> j then
        a := words[i];
        b := words[j];
        keys := keys || array[left(a, 3) || '.' || left(b, 1), a || '.' || left(b, 3), a || '.' || substr(b, 2, 3)];
      end if;
    end loop;
  end loop;
  return keys;
end $$;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "match_keys" text[] GENERATED ALWAYS AS (name_keys(given_name, family_name)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "people_match_idx" ON "people" USING gin ("match_keys");