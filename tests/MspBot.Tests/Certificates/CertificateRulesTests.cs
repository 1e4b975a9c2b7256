using MspBot.Domain.Certificates;
using MspBot.Domain.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Certificates;

/// <summary>The rules, with pen and paper.</summary>
public sealed class CertificateRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateTimeOffset After = Some.Noon.AddDays(8);

    [Fact]
    public void Who_came_and_was_heard_gets_a_certificate()
    {
        var seminar = Some.Seminar();
        Assert.Null(CertificateRules.Attended(seminar, came: true, feedbackGiven: true, After));
        Assert.Equal(CertificateRefusal.FeedbackFirst, CertificateRules.Attended(seminar, came: true, feedbackGiven: false, After));
        Assert.Equal(CertificateRefusal.DidNotCome, CertificateRules.Attended(seminar, came: false, feedbackGiven: true, After));
        Assert.Equal(CertificateRefusal.NotMarked, CertificateRules.Attended(seminar, came: null, feedbackGiven: true, After));
        Assert.Equal(CertificateRefusal.NotOver,
            CertificateRules.Attended(seminar, came: true, feedbackGiven: true, seminar.EndsAt.AddSeconds(-1)));
        Assert.Equal(CertificateRefusal.SeminarCancelled,
            CertificateRules.Attended(Some.Seminar(state: SeminarState.Cancelled), true, true, After));
        Assert.Equal(CertificateRefusal.NoSuchSeminar,
            CertificateRules.Attended(Some.Seminar(state: SeminarState.Draft), true, true, After));
    }

    [Fact]
    public void Who_led_gets_one_when_somebody_came()
    {
        Assert.Null(CertificateRules.Led(Some.Seminar(), isLeader: true, came: 1, After));
        Assert.Equal(CertificateRefusal.NobodyCame, CertificateRules.Led(Some.Seminar(), isLeader: true, came: 0, After));
        Assert.Equal(CertificateRefusal.NotLeader, CertificateRules.Led(Some.Seminar(), isLeader: false, came: 5, After));
        Assert.Equal(CertificateRefusal.NotOver, CertificateRules.Led(Some.Seminar(), isLeader: true, came: 5, Some.Noon));
    }

    [Fact]
    public void A_tutor_who_did_something_gets_a_statement()
    {
        Assert.Null(CertificateRules.Tutored(isTutor: true, new(1, 0, 45)));
        Assert.Null(CertificateRules.Tutored(isTutor: true, new(0, 1, 90)));
        Assert.Equal(CertificateRefusal.NothingInPeriod, CertificateRules.Tutored(isTutor: true, new(0, 0, 0)));
        Assert.Equal(CertificateRefusal.NotTutor, CertificateRules.Tutored(isTutor: false, new(3, 0, 45)));
    }

    [Theory]
    [InlineData("Иванова Мария Петровна", Gender.She)]
    [InlineData("Мария Ильинична Вукович", Gender.She)]
    [InlineData("Алиева Сабина Рустам кызы", Gender.She)]
    [InlineData("Петров Иван Сергеевич", Gender.He)]
    [InlineData("Петров Иван Ильич", Gender.He)]
    [InlineData("Гусев Пётр Лукич", Gender.He)]
    [InlineData("Орлов Никита Сергеевич", Gender.He)]
    [InlineData("Орлов Илья Ильич", Gender.He)]
    [InlineData("Анна Мария Вукович", Gender.Unknown)]
    [InlineData("Мария Вукович", Gender.Unknown)]
    [InlineData("Ли Ян", Gender.Unknown)]
    public void The_past_tense_follows_the_patronymic_and_nothing_else(string name, Gender gender) =>
    Assert.Equal(gender, GenderOf.Name(name));

    [Theory]
    [InlineData("2026-0042", 2026, 42)]
    [InlineData(" № 2026–42 ", 2026, 42)]
    [InlineData("2026 — 12345", 2026, 12345)]
    public void A_number_is_read_as_people_copy_it(string typed, int year, int order) =>
    Assert.Equal(new(year, order), CertificateNumber.Read(typed));

    [Theory]
    [InlineData("42")]
    [InlineData("2026-0")]
    [InlineData("2026-00000042")]
    [InlineData("26-0042")]
    [InlineData("2026-00+2")]
    [InlineData("２０２６-42")]
    public void What_is_no_number_is_not_guessed(string typed) => Assert.Null(CertificateNumber.Read(typed));

    [Theory]
    [InlineData("09.2026", "2026-09-01", "2026-09-30")]
    [InlineData("сентябрь 2026 – октябрь 2026", "2026-09-01", "2026-10-31")]
    [InlineData("Сентябрь–декабрь 2026", "2026-09-01", "2026-12-31")]
    [InlineData("с", null, "Unclear")]
    [InlineData("март 2024 - май 2024", "2024-03-01", "2024-05-31")]
    [InlineData("11.2025-02.2026", "2025-11-01", "2026-02-28")]
    [InlineData("2/2024", "2024-02-01", "2024-02-29")]
    [InlineData("13.2026", null, "Unclear")]
    [InlineData("сентябрь", null, "Unclear")]
    [InlineData("09.2026-08.2026", null, "EndsBeforeItBegins")]
    [InlineData("12.2026", null, "NotBegunYet")]
    [InlineData("01.2020 - 01.2026", null, "TooLong")]
    [InlineData("09.2026-10.2026-11.2026", null, "Unclear")]
    [InlineData("-", null, "Unclear")]
    public void Months_are_read_as_people_write_them(string typed, string? first, string last)
    {
        var refusal = TypedMonths.Read(typed, Today, out var period);
        if (first is null) Assert.Equal(last, refusal.ToString());
        else Assert.Equal($"{first} {last}", $"{period.First:yyyy-MM-dd} {period.Last:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2026-08-31", 2025)]
    [InlineData("2026-09-01", 2026)]
    [InlineData("2027-01-15", 2026)]
    public void A_school_year_begins_in_september(string day, int year)
    {
        var found = CertificatePeriod.SchoolYear(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new CertificatePeriod(new(year, 9, 1), new(year + 1, 8, 31)), found);
        Assert.True(found.IsSchoolYear);
    }
}
