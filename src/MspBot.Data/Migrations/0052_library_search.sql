-- A word that stands in thousands of materials is searched as fast as a rare one.
create or replace function material_query(words text[]) returns tsquery language sql immutable parallel safe as $body$
    with typed as (
        select w, n = cardinality(words) and w !~ '[0-9]' as begins, array_to_string(tsvector_to_array(to_tsvector('russian', w)), '') as stem
        from unnest(words) with ordinality as t (w, n)
    )
    select string_agg('(' || concat_ws(' | ', '''' || nullif(nullif(stem, ''), w) || '''',
        '''' || w || '''' || case when begins then ':*' else '' end) || ')', ' & ')::tsquery
    from typed
    where stem <> '' or not exists (select from typed where stem <> '')
$body$;

drop function materials_found(tsquery);

-- At most so many hits: of more only the newest, those that have the words in their title first. Rare words go by the indexes of words,
-- frequent ones from the newest material on until enough are found: the planner, which knows neither how rare a word is nor what it
-- costs to unpack the words of thousands of rows, is told so.
create function materials_found(query tsquery, most int)
returns table (id bigint, in_title boolean, shown_at timestamptz, fit real, more boolean)
language plpgsql stable set enable_seqscan to off set enable_sort to off set plan_cache_mode to force_generic_plan as $body$
declare
    hits bigint[] := array(
        select m.id from material m where m.words @@ query and m.state = 'Shown' and m.in_library limit 2 * most + 1);
    many boolean := cardinality(hits) > most;
    titles bigint[];
begin
    if cardinality(hits) > 2 * most then
        hits := array(
            select w.id
            from (select m.id, m.words from material m where m.state = 'Shown' and m.in_library
                  order by m.shown_at desc, m.id desc offset 0) w
            where w.words @@ query
            limit most);
        titles := array(
            select m.id from material m where m.title @@ query and m.state = 'Shown' and m.in_library limit 2 * most + 1);
        if cardinality(titles) > 2 * most then
            titles := array(
                select t.id
                from (select m.id, m.title from material m where m.state = 'Shown' and m.in_library
                      order by m.shown_at desc, m.id desc offset 0) t
                where t.title @@ query
                limit most);
        end if;
    end if;
    return query
    select m.id, m.title @@ query, m.shown_at, case when not many then ts_rank(m.words, query) end, many
    from material m
    where m.id = any(titles || hits)
    order by 2 desc, 3 desc, 1 desc
    limit most;
end
$body$;

-- How many of a topic's materials are not shown.
create index material_not_shown on material (id) where not (state = 'Shown' and in_library);
