using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MspBot.Domain;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Data.Postgres;

/// <summary>How this program talks to PostgreSQL: one pool, one session a turn, types of its own.</summary>
public static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        MapTypes();
        services.AddSingleton(provider =>
        {
            var builder = new NpgsqlDataSourceBuilder(Tuned(connectionString));
            builder.UseLoggerFactory(provider.GetService<ILoggerFactory>());
            // PostgreSQL's own types are known, and there are no others here: reading the catalogue is the dearest statement of a start.
            builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
            return builder.Build();
        });
        services.AddSingleton<DatabaseIdentity>();
        services.AddScoped<DbSession>();
        return services;
    }

    /// <summary>
    /// Whether this failure says that the database cannot be used now (away, starting, full, read-only, a statement cut short, a deadlock
    /// resolved), rather than that a statement was wrong: then nothing is lost by waiting.
    /// </summary>
    public static bool IsUnavailable(Exception e) => e switch
    {
        DatabaseExchangedException => true,
        PostgresException p => p.SqlState[..2] is "08" or "40" or "53" or "57" or "58"
            || p.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable,
        NpgsqlException n => n.IsTransient || n.InnerException is IOException or TimeoutException or System.Net.Sockets.SocketException,
        // Npgsql 10.0.3 takes a statement whose first execution was cut between Parse and Bind for one without rows. When it finds the
        // rows, it breaks the connection, which is replaced, and throws an exception that has no type of its own.
        _ => e.GetType() == typeof(Exception) && e.Message.StartsWith("Received unexpected backend message", StringComparison.Ordinal),
    };

    /// <summary>Whether a connection string can be read at all.</summary>
    public static bool Understands(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    /// <summary>For a few statements before the program is put together.</summary>
    internal static NpgsqlDataSource Plain(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    private static string Tuned(string connectionString)
    {
        // ShouldSerialize says what was given; ContainsKey is true for every word that Npgsql knows.
        var tuned = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC", IncludeErrorDetail = false };
        if (!tuned.ShouldSerialize("Maximum Pool Size")) tuned.MaxPoolSize = 16;
        if (!tuned.ShouldSerialize("Max Auto Prepare")) tuned.MaxAutoPrepare = 100;
        if (!tuned.ShouldSerialize("Auto Prepare Min Usages")) tuned.AutoPrepareMinUsages = 2;
        // A plan is made once a connection, often while a table is young and small, and kept while it grows: never by reading it whole.
        // Left to itself, PostgreSQL makes some plans anew at each execution: a quarter of the throughput of a young database.
        if (!tuned.ShouldSerialize("Options")) tuned.Options = "-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan";
        // Nothing of a session outlives its transaction here, so there is nothing to reset: that would be a statement a turn.
        tuned.NoResetOnClose = true;
        tuned.ApplicationName ??= "mspbot";
        return tuned.ConnectionString;
    }

    private static void MapTypes()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new MomentHandler());
        // Every id of the domain, so that a new one needs no line here.
        foreach (var id in typeof(IId<>).Assembly.GetTypes()
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))))
            SqlMapper.AddTypeHandler(id, (SqlMapper.ITypeHandler)Activator.CreateInstance(typeof(IdHandler<>).MakeGenericType(id))!);
    }

    private sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
            parameter.Value = value.UtcDateTime;
        }

        public override DateTimeOffset Parse(object value) => new((DateTime)value, TimeSpan.Zero);
    }

    private sealed class IdHandler<T> : SqlMapper.TypeHandler<T> where T : struct, IId<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Value;
        }

        public override T Parse(object value) => T.From(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }
}
