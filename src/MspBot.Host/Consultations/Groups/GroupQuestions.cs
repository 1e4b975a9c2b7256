using System.Globalization;
using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Groups;

/// <summary>The questions about a group, asked when it is gathered and when it is moved.</summary>
internal static class GroupQuestions
{
    /// <summary>How many similar requests are offered: a screen's worth.</summary>
    private const int MostInvited = 20;

    private static readonly int[] UsualSeats = [5, 10, 15, 20, 30];
    private static readonly int[] UsualMinimums = [2, 3, 5, 8, 10];
    private static readonly TimeSpan[] UsualAgreeBy =
        [TimeSpan.FromHours(24), TimeSpan.FromHours(48), TimeSpan.FromHours(3), TimeSpan.FromHours(1)];

    internal static Task<string> Topic(Dialog ask, OpenRequest? of) => ask.Choice("topic", GroupQuestionTexts.Topic,
        of is null ? []
        : [new Option<string>(of.Topic, Ellipsis.Cut(of.Topic, 60))], text => TextRule.Apply(text, GroupDraft.Topic, ReasonText.Rule));

    internal static async Task<string?> Subject(Dialog ask, OpenRequest? of)
    {
        var offered = Subjects.All.OrderBy(s => s != of?.Subject).Select(s => new Option<string>(s, s)).ToList();
        offered.Insert(of?.Subject is null ? 0 : 1, new("", GroupQuestionTexts.NoSubject));
        var subject = await ask.Choice("subject", GroupQuestionTexts.Subject, offered, columns: 2);
        return subject.Length == 0 ? null : subject;
    }

    /// <summary>All are ticked at first; without similar requests the question is skipped.</summary>
    internal static async Task<IReadOnlyList<ConsultationId>> Invited(Dialog ask, IReadOnlyList<OpenRequest> like) => like.Count == 0 ? [] :
        await ask.Many("invite", GroupQuestionTexts.Invite,
            [.. like.Take(MostInvited).Select(r =>
                new Option<ConsultationId>(r.Id, ButtonRows.Titled($"{GroupTexts.Name(r.Teacher)}: ", r.Topic)))], min: 0, allTicked: true);

    internal static Task<DateTimeOffset> Start(Dialog ask, Prompt prompt, HoursReader hours, PersonId tutor) =>
        ask.Choice("start", prompt, async () => Starts(ask, hours, await hours.Free(tutor, ask.Now)),
            text => Typed(ask, text, start => GroupDraft.CheckStart(start, ask.Now)));

    internal static Task<int> Seats(Dialog ask) => ask.Choice("seats", GroupQuestionTexts.Seats,
        [.. UsualSeats.Select(n => new Option<int>(n, GroupTexts.Seats(n)))],
        text => Number(text, GroupDraft.MostSeats, GroupTexts.Seats, GroupRefusal.SeatsOutOfBounds), columns: 2);

    internal static Task<int> MinParticipants(Dialog ask, int seats) => ask.Choice("least", GroupQuestionTexts.MinParticipants,
        [.. UsualMinimums.Where(n => n <= seats).Select(n => new Option<int>(n, GroupTexts.People(n)))],
        text => Number(text, seats, GroupTexts.People, GroupRefusal.LeastOutOfBounds), columns: 2);

    internal static Task<DateTimeOffset> AgreeBy(Dialog ask, DateTimeOffset start)
    {
        return ask.Choice("agree", GroupQuestionTexts.AgreeBy(ask),
            [.. UsualAgreeBy.Where(b => Check(start - b) is null).Select(b => new Option<DateTimeOffset>(
                start - b, $"{GroupQuestionTexts.Before(b)} · {Russian.Short(start - b, ask.Zone)}", Russian.Moment(start - b, ask.Zone)))],
            text => Typed(ask, text, Check));

        GroupRefusal? Check(DateTimeOffset by) => GroupDraft.CheckAgreeBy(by, start, ask.Now);
    }

    internal static Task<string?> Reason(Dialog ask) => ask.OptionalText(
        "reason", GroupQuestionTexts.Reason, GroupDraft.Reason, ReasonText.Rule, RequestTexts.CancelReasons(Side.Tutor));

    /// <summary>Where the tutor has set no hours: after lessons on the next working days.</summary>
    private static IReadOnlyList<Option<DateTimeOffset>> Starts(Dialog ask, HoursReader hours, IReadOnlyList<FreeTime> free)
    {
        var starts = free.Count > 0 ? free.Select(f => f.StartsAt) : Enumerable.Range(1, 14).Select(n => ask.Zone.DayOf(ask.Now).AddDays(n))
            .Where(hours.IsWorking).Select(d => ask.Zone.At(d, new(15, 0))).Take(5);
        return [.. starts.Where(s => GroupDraft.CheckStart(s, ask.Now) is null)
            .Select(s => new Option<DateTimeOffset>(s, Russian.Moment(s, ask.Zone)))];
    }

    private static Parsed<DateTimeOffset> Typed(Dialog ask, string text, Func<DateTimeOffset, GroupRefusal?> check) =>
        TypedTime.Read(ask, text, moment => check(moment) is { } refusal ? GroupTexts.Refused(refusal) : null);

    private static Parsed<int> Number(string text, int most, Func<int, string> label, GroupRefusal outOfBounds) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= GroupDraft.FewestSeats
        && number <= most
            ? new Parsed<int>.Good(number, label(number))
            : new Parsed<int>.Bad(GroupTexts.Refused(outOfBounds));
}
