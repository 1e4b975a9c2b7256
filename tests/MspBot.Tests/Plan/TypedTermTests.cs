using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using Xunit;

namespace MspBot.Tests.Plan;

/// <summary>Terms as people write them into a plan of 2026/27.</summary>
public sealed class TypedTermTests
{
    private static readonly SchoolYear Year = new(2026);

    [Theory]
    [InlineData("октябрь 2026", "2026-10-01", "2026-10-31")]
    [InlineData("Октябрь", "2026-10-01", "2026-10-31")]
    [InlineData("в октябре", "2026-10-01", "2026-10-31")]
    [InlineData("окт. 2026 г.", "2026-10-01", "2026-10-31")]
    [InlineData("февраль", "2027-02-01", "2027-02-28")]
    [InlineData("март", "2027-03-01", "2027-03-31")]
    [InlineData("май", "2027-05-01", "2027-05-31")]
    [InlineData("10.2026", "2026-10-01", "2026-10-31")]
    [InlineData("октябрь–декабрь", "2026-10-01", "2026-12-31")]
    [InlineData("октябрь - декабрь 2026 года", "2026-10-01", "2026-12-31")]
    [InlineData("ноябрь – январь", "2026-11-01", "2027-01-31")]
    [InlineData("ноябрь–февраль 2027", "2026-11-01", "2027-02-28")]
    [InlineData("ноябрь 2026 — февраль", "2026-11-01", "2027-02-28")]
    [InlineData("с сентября по май", "2026-09-01", "2027-05-31")]
    [InlineData("09.2026-12.2026", "2026-09-01", "2026-12-31")]
    [InlineData("15.10.2026", "2026-10-15", "2026-10-15")]
    [InlineData("15.10", "2026-10-15", "2026-10-15")]
    [InlineData("15 октября", "2026-10-15", "2026-10-15")]
    [InlineData("15 октября 2026 г.", "2026-10-15", "2026-10-15")]
    [InlineData("3 марта", "2027-03-03", "2027-03-03")]
    [InlineData("2026-10-15", "2026-10-15", "2026-10-15")]
    [InlineData("с 01.10 по 15.11", "2026-10-01", "2026-11-15")]
    [InlineData("01.10.2026–15.11.2026", "2026-10-01", "2026-11-15")]
    [InlineData("с 1 октября по 15 ноября 2026 года", "2026-10-01", "2026-11-15")]
    [InlineData("7–11 декабря", "2026-12-07", "2026-12-11")]
    [InlineData("15.12 - 15.01", "2026-12-15", "2027-01-15")]
    [InlineData("в течение учебного года", "2026-09-01", "2027-05-31")]
    [InlineData("В течение года", "2026-09-01", "2027-05-31")]
    public void A_term_is_read(string typed, string first, string last)
    {
        Assert.Null(TypedTerm.Read(typed, Year, out var term));
        Assert.Equal(FormattableString.Invariant($"{first} {last}"), FormattableString.Invariant($"{term.First:O} {term.Last:O}"));
    }

    [Theory]
    [InlineData("", TermRefusal.Unclear)]
    [InlineData("скоро", TermRefusal.Unclear)]
    [InlineData("завтра", TermRefusal.Unclear)]
    [InlineData("пятница", TermRefusal.Unclear)]
    [InlineData("в 15:00", TermRefusal.Unclear)]
    [InlineData("15.10 в 15:00", TermRefusal.Unclear)]
    [InlineData("31.02", TermRefusal.Unclear)]
    [InlineData("13.2026", TermRefusal.Unclear)]
    [InlineData("ежемесячно", TermRefusal.Unclear)]
    [InlineData("октябрь, ноябрь, декабрь", TermRefusal.Unclear)]
    [InlineData("декабрь 2026 – октябрь 2026", TermRefusal.Backwards)]
    [InlineData("с 15.11.2026 по 01.10.2026", TermRefusal.Backwards)]
    [InlineData("август 2026", TermRefusal.BeforeYear)]
    [InlineData("31.08.2026", TermRefusal.BeforeYear)]
    [InlineData("август – октябрь 2026", TermRefusal.BeforeYear)]
    [InlineData("сентябрь 2027", TermRefusal.AfterYear)]
    [InlineData("01.09.2027", TermRefusal.AfterYear)]
    [InlineData("с 01.05.2027 по 05.09.2027", TermRefusal.AfterYear)]
    public void What_is_no_term_of_the_year_is_refused(string typed, TermRefusal because) =>
        Assert.Equal(because, TypedTerm.Read(typed, Year, out _));
}
