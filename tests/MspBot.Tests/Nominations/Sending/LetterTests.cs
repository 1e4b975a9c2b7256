using MspBot.Data.Nominations;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>A school's letter goes under a picture, where there is room for 1,024 signs; what is longer is refused, and lost.</summary>
public sealed class LetterTests
{
    private const int Caption = 1024;
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Link = $"https://t.me/{new string('б', 32)}?start={new string('я', 64)}";

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_longest_of_everything_fits_under_a_picture(SeminarKind kind)
    {
        var (details, zone) = (Details(kind), new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));
        var silent = Enumerable.Range(0, 120).Select(_ => new Nomination { Name = $"{Longest(FullName.MaxLength - 9)} Мария П." }).ToList();

        Assert.InRange(LetterTexts.ToSilent(silent, details, Link, zone).Length, 1, Caption);
        Assert.InRange(LetterTexts.ToNewcomers(Longest(200), details, Link, zone).Length, 1, Caption);
    }

    public static TheoryData<SeminarKind> Kinds => [.. Enum.GetValues<SeminarKind>()];

    private static SeminarDetails Details(SeminarKind kind) => new()
    {
        Kind = kind,
        Title = Longest(SeminarBounds.Title),
        Audience = Longest(SeminarBounds.Audience),
        StartsAt = Start,
        EndsAt = Start + SeminarBounds.Longest,
        CalendarUid = "",
    };

    /// <summary>Of signs that markup writes as several.</summary>
    private static string Longest(int signs) => string.Concat(Enumerable.Repeat("Ж&<", signs / 3 + 1))[..signs];
}
