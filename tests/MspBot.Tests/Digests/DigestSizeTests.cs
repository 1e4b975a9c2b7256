using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Digests;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>A district at its busiest still fits a phone: the message, its buttons, its picture.</summary>
public sealed class DigestSizeTests
{
    private const string School =
        "Муниципальное общеобразовательное учреждение «Средняя общеобразовательная школа посёлка Верхние Выселки имени Героя Советского " +
        "Союза № 12»";
    private const string Seminar =
        "Формирование читательской грамотности на уроках математики, физики и химии в основной школе: от задания к оценке и обратно";
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly Site Site =
        new("Площадка", "тема", "1-р", new(2026, 9, 1), new(2026, 9, 1), new(2029, 5, 31), "основания", "Гимназия");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<long, string> Names = Enumerable.Range(1, 40)
        .ToDictionary(n => (long)n, n => $"Константинопольская А. {(char)('А' + (n % 30))}.");

    [Fact]
    public void A_busy_week_is_one_screen_of_a_phone()
    {
        var text = Plain(Busy with { Corrections = [], Undelivered = [], Audit = new() });
        Assert.InRange(text.Length, 500, 900);
        Assert.InRange(PhoneLines(text), 15, 25);
    }

    [Fact]
    public void A_running_week_with_one_decision_of_each_kind_is_one_screen_as_well()
    {
        var text = Plain(Busy with
        {
            SameDays = Busy.History,
            Decisions = [.. Decisions.ByKind(Busy.Decisions).Select(kind => kind[0])],
            Corrections = [],
            Undelivered = [],
            Audit = new(),
        });
        Assert.Contains("Неделя ещё идёт", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 600, 1_100);
        Assert.InRange(PhoneLines(text), 20, 32);
    }

    [Fact]
    public void Everything_at_once_is_cut_kindly()
    {
        var text = Plain(Busy);
        Assert.InRange(text.Length, 600, 1_200);
        Assert.InRange(PhoneLines(text), 15, 35);
        Assert.Contains("10 заявок ждут больше 48 часов", text, StringComparison.Ordinal);
        Assert.Contains("10 школ 30 дней не участвуют", text, StringComparison.Ordinal);
        Assert.Contains("Не отмечено: 3 из 23", text, StringComparison.Ordinal);
        Assert.Contains("было 0, стало 1; и ещё 29 цифр.", text, StringComparison.Ordinal);
        Assert.Contains("Константинопольская А. В. и ещё 13", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_can_be_read_and_carried()
    {
        var buttons = new DigestScreens(Moscow).Message(long.MaxValue, Busy, Names, decides: true,
            assigns: true).Rows.SelectMany(row => row).ToList();
        Assert.Equal(Decisions.ByKind(Busy.Decisions).Count + 1, buttons.Count);
        Assert.Equal(buttons.Count, buttons.Select(b => b.Label[..Math.Min(32, b.Label.Length)]).Distinct().Count());
        Assert.All(buttons, b => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(b.Data!), 1, Button.DataLimit));
        Assert.Contains(buttons, b => b.Label == "Заявки без ответа: 10");
    }

    [Fact]
    public void A_long_name_is_cut_and_never_what_the_button_does()
    {
        var names = new Dictionary<long, string> { [1] = "Константинопольская-Задунайская А. В." };
        Decision[] all = [new() { Kind = DecisionKind.UnansweredRequest, Teacher = 1 },
            new() { Kind = DecisionKind.UnreachablePerson, Id = 1 }];
        Assert.Equal(
            ["Назначить: Константинопольская…", "Через школу: Константинопольск…"],
            all.Select(d => DecisionTexts.OneButton(d, names)));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(60)]
    public void A_picture_of_many_schools_is_no_longer_than_one_of_fifteen(int schools)
    {
        var png = DigestPicture.Png(Busy with { Schools = [.. Busy.Schools.Take(schools)] });
        if (Environment.GetEnvironmentVariable("MSPBOT_PICTURES") is { } keep)
            File.WriteAllBytes(Path.Combine(keep, $"schools-{schools}.png"), png);
        Assert.Equal(1_770, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    private static string Plain(Digest digest) => System.Net.WebUtility.HtmlDecode(
        System.Text.RegularExpressions.Regex.Replace(DigestMessage.Text(digest, Names, Moscow).ToString(), "<[^>]+>", ""));

    /// <summary>A phone shows about 36 signs in a line.</summary>
    private static int PhoneLines(string text) => text.Split('\n').Sum(line => Math.Max(1, (line.Length + 35) / 36));

    private static Digest Busy { get; } = new()
    {
        Kind = PeriodKind.Week,
        First = new(2026, 11, 16),
        MadeAt = Now,
        History = [.. Enumerable.Range(0, 12).Select(n => new PeriodFigures(new DateOnly(2026, 8, 31).AddDays(7 * n), new()
        {
            Seminars = 12 + n, Unmarked = 3, SignedUp = 260 + n, Came = 211 + (2 * n), NewSignUps = 381 + n, Requested = 190 + n,
            Held = 160 + n, Answered = 150,
            HoursToAnswer = 6.6 + n, Ratings = 111, Rating = 4.6, ActiveSchools = 17, LowSchools = 38, Reached = 344 + (n * n),
        }))],
        Seminars = [new() { Id = 1, Kind = "Workshop", Title = Seminar, Held = true, SignedUp = 120, Came = 112 }],
        Schools = [.. Enumerable.Range(1, 60)
            .Select(n => new DigestSchool { School = n, Kind = "LowResults", Name = n % 7 == 0 ? School
                : $"МОУ «СОШ № {n}»", People = n % 9 == 0 ? 0 : 40 + n, Reached = n % 9 == 0 ? 0 : n % 13 })],
        Decisions =
        [
            .. Enumerable.Range(1,
                10).Select(n => new Decision { Kind = DecisionKind.UnansweredRequest, Id = n, At = Now.AddDays(-n - 2), Teacher = n,
                    Tutor = n + 1, Subject = "математика", Name = "Дроби" }),
            new() { Kind = DecisionKind.EmptySeminar, Id = 7, Name = Seminar, At = Now.AddDays(3), Seated = 2, Seats = 20 },
            .. Enumerable.Range(1, 10).Select(n => new Decision { Kind = DecisionKind.SilentSchool, Id = n, Name = School }),
            .. Enumerable.Range(1, 9).Select(n => new Decision { Kind = DecisionKind.UnreachablePerson, Id = n, At = Now.AddDays(1) }),
        ],
        Corrections = [.. Enumerable.Range(0, 30).Select(n => new Correction(new DateOnly(2026, 11, 9), CorrectedFigure.Held, n, n + 1))],
        Undelivered = [.. Enumerable.Range(1, 15).Select(n => (long)n)],
        Audit = new() { Oversold = 1, DoubleBooked = 2, ErasedSeated = 3, OutboxLate = 4 },
    };
}
