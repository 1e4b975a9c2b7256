using System.Reflection;
using MspBot.Data.Postgres;
using MspBot.Host;
using Xunit;

namespace MspBot.Tests.Architecture;

/// <summary>A type that needs more than eight others does two things: the second of them is a concept without a name.</summary>
public sealed class DependencyTests
{
    private const int Most = 8;

    [Fact]
    public void No_type_depends_on_more_than_eight_others() =>
        Assert.Empty(TooMany(typeof(DbSession).Assembly.GetTypes().Concat(typeof(MspBotApp).Assembly.GetTypes())));

    [Fact]
    public void A_planted_type_with_nine_is_found() => Assert.Equal(["Nine: 9"], TooMany([typeof(Nine), typeof(Row)]));

    /// <summary>Records are left out: what they are made from is their content.</summary>
    private static IEnumerable<string> TooMany(IEnumerable<Type> types) =>
        from type in types
        where type.IsClass && !type.Name.StartsWith('<') && type.GetMethod("<Clone>$") is null
        let most = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Select(made => made.GetParameters().Length).DefaultIfEmpty().Max()
        where most > Most
        select $"{type.Name}: {most}";

    private sealed class Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i)
    {
        public override string ToString() => $"{a + b + c + d + e + f + g + h + i}";
    }

    private sealed record Row(int A, int B, int C, int D, int E, int F, int G, int H, int I);
}
