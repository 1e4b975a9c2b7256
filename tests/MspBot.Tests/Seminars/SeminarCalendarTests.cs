using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars;

public sealed class SeminarCalendarTests
{
    private static readonly SeminarDetails Details = new()
    {
        Id = new(12),
        Kind = SeminarKind.RoundTable,
        Title = "Чтение, письмо; счёт: <b>«всё»</b>",
        Description = "Первая строка,\nвторая; \\третья",
        StartsAt = Some.Noon,
        EndsAt = Some.Noon.AddMinutes(90),
        State = SeminarState.Published,
        JoinLink = "https://meet.example.org/j/1?a=1&b=2",
        CalendarUid = "5f0c1f1e-uid",
        CalendarSequence = 3,
        Mine = SignUpState.Confirmed,
    };

    private const string Way = "https://t.me/bot?start=e_12";

    private static string Text(SeminarDetails details) =>
        Encoding.UTF8.GetString(SeminarCalendar.File(details, Some.Noon.AddDays(-1), Way).Content);

    private static CalendarEvent Read(SeminarDetails details) => Assert.Single(Calendar.Load(Text(details))!.Events);

    [Fact]
    public void What_a_calendar_reads_is_what_the_card_says()
    {
        var read = Read(Details);

        Assert.Equal(("5f0c1f1e-uid", 3, Details.Title), (read.Uid, read.Sequence, read.Summary));
        Assert.Equal((Details.StartsAt.UtcDateTime, Details.EndsAt.UtcDateTime), (read.DtStart!.AsUtc, read.DtEnd!.AsUtc));
        Assert.Equal(Some.Noon.AddDays(-1).UtcDateTime, read.DtStamp!.AsUtc);
        Assert.Contains(Details.Description!, read.Description, StringComparison.Ordinal);
        Assert.Equal(Way, read.Location);
        Assert.DoesNotContain("meet.example.org", Text(Details), StringComparison.Ordinal);
    }

    [Fact]
    public void Commas_semicolons_and_line_ends_are_escaped_and_lines_folded()
    {
        var text = Text(Details);
        Assert.Contains(@"Чтение\, письмо\; счёт", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261124T120000Z", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 76));
        Assert.DoesNotContain("ORGANIZER", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SignUpState.Waitlisted)]
    public void The_way_in_is_for_those_who_are_seated(SignUpState? mine) =>
        Assert.DoesNotContain(Way, Text(Details with { Mine = mine }).Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);

    [Fact]
    public void A_change_keeps_the_entry_and_a_cancellation_takes_it_out()
    {
        var moved = Read(Details with { StartsAt = Some.Noon.AddDays(1), EndsAt = Some.Noon.AddDays(1).AddHours(1), CalendarSequence = 4 });
        Assert.Equal((Details.CalendarUid, 4), (moved.Uid, moved.Sequence));

        var text = Text(Details with { State = SeminarState.Cancelled, CalendarSequence = 5 });
        Assert.Contains("METHOD:CANCEL", text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", text, StringComparison.Ordinal);
    }
}
