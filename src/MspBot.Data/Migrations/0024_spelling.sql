-- Words as they are compared and put in order, whatever the server's locale: Domain's Folded and Alphabet, in SQL. Given composed words (NFC).
-- Letters are listed because lower() knows only those of the database's locale, and under «C» only A to Z.
create function plain_words(words text) returns text language sql immutable parallel safe
return trim(' ' from regexp_replace(regexp_replace(translate(words,
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚ' ||
    'ŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƠƢƤƦƧƩƬƮƯƱƲƳƵƷƸƼǄǅǇǈǊǋǍǏǑǓǕǗǙǛǞǠǢǤǦǨǪǬǮǱǲǴǶǷǸǺǼǾȀȂȄȆȈȊȌȎȐȒȔȖȘȚ' ||
    'ȜȞȠȢȤȦȨȪȬȮȰȲȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΆΈΉΊΌΎΏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫϏϘϚϜϞϠϢϤϦϨϪϬϮϴϷϹϺϽϾϿЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБ' ||
    'ВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѶѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӁӃӅӇӉӋӍӐӒӔӖӘӚӜӞӠӢӤӦӨӪӬӮӰӲ' ||
    'ӴӶӸӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮ' ||
    -- dashes, №, spaces and quotes become one each; the rest has no counterpart below and is left out
    '‐‑‒–—―−﹘﹣－№' || U&'\0009\000A\000B\000C\000D\0085\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000' || '«»„“”‟"‹›″＂' || '''’‘‚‛ʼʹ`´′＇' || U&'\00AD\200B\200C\200D\200E\200F\2060\FE0F\FEFF',
    'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřś' ||
    'ŝşšţťŧũūŭůűųŵŷÿźżžɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵơƣƥʀƨʃƭʈưʊʋƴƶʒƹƽǆǆǉǉǌǌǎǐǒǔǖǘǚǜǟǡǣǥǧǩǫǭǯǳǳǵƕƿǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșț' ||
    'ȝȟƞȣȥȧȩȫȭȯȱȳⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳάέήίόύώαβγδεζηθικλμνξοπρστυφχψωϊϋϗϙϛϝϟϡϣϥϧϩϫϭϯθϸϲϻͻͼͽѐёђѓєѕіїјљњћќѝўџаб' ||
    'вгдежзийклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѷѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӂӄӆӈӊӌӎӑӓӕӗәӛӝӟӡӣӥӧөӫӭӯӱӳ' ||
    'ӵӷӹӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯ' ||
    repeat('-', 10) || '#' || repeat(' ', 35)
), ' *([-#]) *', '\1', 'g'), ' +', ' ', 'g'));

create function folded(words text) returns text language sql immutable parallel safe
return translate(plain_words(words), 'ё', 'е');

-- Bytes, which have no collation: «ё» between «е» and «ж», № 2 before № 10.
create function alphabetical(words text) returns bytea language sql immutable parallel safe
return convert_to(regexp_replace(regexp_replace(replace(plain_words(words), 'ё', U&'\0435\04FF'),
    '[0-9]+', '000000000\&', 'g'), '0*([0-9]{9,})', '\1', 'g'), 'UTF8');

create index person_alphabetical on person (alphabetical(full_name), id) where erased_at is null;

-- Of a name there is one school, however it is spelled. Twins of before stay until the head merges them.
alter table school add column twin boolean not null default false;

update school s
set twin = true
where exists (
    select from school o
    where folded(o.name) = folded(s.name) and (o.confirmed_at is null, o.id) < (s.confirmed_at is null, s.id));

create unique index school_folded on school (folded(name)) where not twin;
drop index school_name;
