using MspBot.Data.Broadcasts.Composing;
using MspBot.Data.People.Schools;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>What is asked about a broadcast, when it is composed and when it is changed.</summary>
internal sealed class BroadcastQuestions(AudienceChoices choices, SchoolReader schools, SiteZone zone)
{
    internal const string WordsKey = "broadcast-words";

    private static readonly FileRule Files = new(
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "zip", "jpg", "png"], FileRule.MostBytes);

    private static readonly Role[] Roles = [Role.SchoolHead, Role.Tutor, Role.Methodologist, Role.Head, Role.Observer];

    internal async Task<Audience> Whom(Dialog ask)
    {
        var group = await ask.Choice("broadcast-whom", new("Кому", "Кому написать?"), () => Groups(ask.Now));
        switch (group)
        {
            case AudienceGroup.Role:
                return new Audience.OfRole(await ask.Choice("broadcast-role", new("Роль", "Кому из участников?"),
                    [.. Roles.Select(role => new Option<Role>(role, Russian.AtStart(AudienceTexts.Of(role))))]));
            case AudienceGroup.LowResults:
                return new Audience.LowResults();
            case AudienceGroup.Schools:
                var chosen = await ask.ManyOf("broadcast-schools", new("Школы", "Каким школам написать?"), Listed);
                return new Audience.OfSchools([.. chosen.Select(school => school.Value).Order()]);
            case AudienceGroup.Subject:
                return new Audience.OfSubject(await ask.Choice("broadcast-subject", new("Предмет", "Кто ведёт какой предмет?"),
                    [.. Subjects.All.Select(subject => new Option<string>(subject, subject))]));
            case AudienceGroup.Meeting:
                var meeting = await ask.Choice("broadcast-meeting", new("Мероприятие", "О каком мероприятии?"),
                    () => Named(choices.Meetings(ask.Now)));
                var part = await ask.Choice("broadcast-part", new("Кто", "Кому из них?"),
                    [.. Enum.GetValues<MeetingPart>().Select(one => new Option<MeetingPart>(one, PartLabel(one)))]);
                return new Audience.OfMeeting(meeting, part);
            case AudienceGroup.Survey:
                return new Audience.OweSurvey(await ask.Choice("broadcast-survey", new("Опрос", "Кто не ответил на какой опрос?"),
                    () => Surveys()));
            case AudienceGroup.Nomination:
                return new Audience.OweNomination(await ask.Choice("broadcast-nomination",
                    new("Мероприятие", "Кто не ответил на направление куда?"), () => Named(choices.Nominations(ask.Now))));
            default:
                return new Audience.Everyone();
        }
    }

    internal static Task<string> Words(Dialog ask) => ask.Text(WordsKey,
        new("Текст", "Что написать?", $"До {Russian.Number(BroadcastBounds.Words)} знаков. Сообщение придёт ровно таким."),
        Html.MessageLimit,
        text => text.Length > BroadcastBounds.Words ? new Parsed<string>.Bad(ComposedTexts.TooLong(text.Length))
            : new Parsed<string>.Good(text, Ellipsis.Cut(text, 60)));

    internal async Task<ComposedMore> More(Dialog ask)
    {
        var kind = await ask.Choice("broadcast-more", new("Вложение", "Приложить что-нибудь?"), Kinds(ask));
        switch (kind)
        {
            case MoreKind.File:
                var file = await ask.File("broadcast-file", new("Файл", "Пришлите один файл или картинку."), Files);
                return new(new(file.Reference, file.Name, file.MediaType), null);
            case MoreKind.Meeting:
                return new(null, new(await ask.Choice("broadcast-card", new("Мероприятие", "Карточку какого мероприятия приложить?"),
                    () => Named(choices.Meetings(ask.Now, coming: true)))));
            default:
                return ComposedMore.Nothing;
        }
    }

    private async Task<IReadOnlyList<Option<AudienceGroup>>> Groups(DateTimeOffset now)
    {
        List<AudienceGroup> groups =
            [AudienceGroup.Everyone, AudienceGroup.Role, AudienceGroup.LowResults, AudienceGroup.Schools, AudienceGroup.Subject];
        if ((await choices.Meetings(now)).Count > 0) groups.Add(AudienceGroup.Meeting);
        if ((await choices.Surveys()).Count > 0) groups.Add(AudienceGroup.Survey);
        if ((await choices.Nominations(now)).Count > 0) groups.Add(AudienceGroup.Nomination);
        return [.. groups.Select(group => new Option<AudienceGroup>(group, GroupLabel(group)))];
    }

    private Func<Task<IReadOnlyList<Option<MoreKind>>>> Kinds(Dialog ask) => async () =>
    [
        new(MoreKind.Nothing, "Ничего не прикладывать", "ничего"), new(MoreKind.File, "Файл или картинку", "файл"),
        .. (await choices.Meetings(ask.Now, coming: true)).Count > 0
            ? [new Option<MoreKind>(MoreKind.Meeting, "Карточку мероприятия", "карточка мероприятия")]
            : Array.Empty<Option<MoreKind>>(),
    ];

    private async Task<IReadOnlyList<Option<SchoolId>>> Listed() =>
        [.. (await schools.Confirmed()).Select(one => new Option<SchoolId>(one.Id, one.Name))];

    private async Task<IReadOnlyList<Option<long>>> Named(Task<IReadOnlyList<AudienceChoice>> all) =>
    [
        .. (await all).Select(one => new Option<long>(
            one.Id, ButtonRows.Titled($"{Russian.ShortDay(zone.DayOf(one.At))} ", one.Name), Ellipsis.Cut(one.Name, 60))
        { Sought = one.Name }),
    ];

    private async Task<IReadOnlyList<Option<long>>> Surveys() =>
        [.. (await choices.Surveys()).Select(one => new Option<long>(one.Id, one.Name))];

    private static string GroupLabel(AudienceGroup group) => group switch
    {
        AudienceGroup.Everyone => "Всем участникам",
        AudienceGroup.Role => "По роли",
        AudienceGroup.LowResults => "Школам с низкими результатами",
        AudienceGroup.Schools => "Выбрать школы",
        AudienceGroup.Subject => "По предмету",
        AudienceGroup.Meeting => "Участникам мероприятия",
        AudienceGroup.Survey => "Кто не ответил на опрос",
        AudienceGroup.Nomination => "Кто не ответил на направление",
    };

    private static string PartLabel(MeetingPart part) => part switch
    {
        MeetingPart.SignedUp => "Кто записан",
        MeetingPart.Waiting => "Кто ждёт места",
        MeetingPart.Came => "Кто был",
        MeetingPart.Missed => "Кто записан, но не был",
    };
}

/// <summary>The first answer to «Кому»; stored in drafts.</summary>
internal enum AudienceGroup
{
    Everyone,
    Role,
    LowResults,
    Schools,
    Subject,
    Meeting,
    Survey,
    Nomination,
}

/// <summary>What goes with the words; stored in drafts.</summary>
internal enum MoreKind
{
    Nothing,
    File,
    Meeting,
}
