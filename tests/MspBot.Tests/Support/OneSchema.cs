using System.Runtime.CompilerServices;
using Dapper;

namespace MspBot.Tests.Support;

/// <summary>
/// Dapper compiles how a statement's rows are read, once a database. All databases of this process have one schema, so that once is enough.
/// </summary>
internal static class OneSchema
{
    [ModuleInitializer]
    internal static void Tell() => SqlMapper.ConnectionStringComparer = new AllAlike();

    private sealed class AllAlike : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => true;

        public int GetHashCode(string obj) => 0;
    }
}
