using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Postgres;

public sealed class IndexTests(TestCluster cluster)
{
    // Each row that is written opens every index of its table.
    [Fact]
    public async Task No_index_serves_only_what_another_of_its_table_serves()
    {
        await using var database = await cluster.CreateAsync();

        var needless = await Query.ScalarAsync(database.ConnectionString, """
            with keyed as (
                select i.indexrelid as id, i.indrelid as of, c.relam as method, i.indisunique, i.indexprs is not null as computes,
                       coalesce(pg_get_expr(i.indpred, i.indrelid), '') as only,
                       i.indkey::text || ' ' as keys, i.indclass::text || ' ' as ops, i.indoption::text || ' ' as options
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            )
            select string_agg(a.id::regclass || ' beside ' || b.id::regclass, ', ' order by a.id::regclass::text)
            from keyed a
            join keyed b on b.of = a.of and b.method = a.method and b.only = a.only and b.id <> a.id
                and starts_with(b.keys, a.keys) and starts_with(b.ops, a.ops) and starts_with(b.options, a.options)
            where not a.indisunique and not a.computes and not b.computes
              and (b.keys <> a.keys or b.indisunique or a.id < b.id)
            """);

        Assert.Equal(DBNull.Value, needless);
    }
}
