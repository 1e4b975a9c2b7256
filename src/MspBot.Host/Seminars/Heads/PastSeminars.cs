using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Heads;

/// <summary>Meetings of the past to be held once more: whichever is chosen answers everything about the new one but when it is.</summary>
internal sealed class PastSeminars(SeminarReader reader, PersonReader people, Dialog ask) : SearchedList<SeminarId>
{
    public override async Task<(IReadOnlyList<Option<SeminarId>> Items, int All)> Find(string words, int skip, int take)
    {
        var (lines, all) = await reader.Past(words, ask.Now, skip, take);
        return ([.. lines.Select(line => ToChoose(line.Id, line.Title, line.StartsAt))], all);
    }

    public override async Task<Option<SeminarId>?> Again(SeminarId value) =>
        await Find(value) is { } sheet ? ToChoose(sheet.Id, sheet.Title, sheet.StartsAt) : null;

    internal async Task<string> Kind(SeminarId id) => (await Find(id))!.Kind.ToString();

    internal override async Task<IReadOnlyList<Answer>> Brings(SeminarId value)
    {
        if (await Find(value) is not { } sheet) return [];
        var minutes = (int)(sheet.EndsAt - sheet.StartsAt).TotalMinutes;
        var answers = new List<Answer>
        {
            Answered("kind", QuestionTexts.Kind, sheet.Kind.ToString(), SeminarTexts.Kind(sheet.Kind)),
            Answered("title", QuestionTexts.Title, sheet.Title, sheet.Title),
            Answered("length", QuestionTexts.Length, minutes, HeadTexts.Length(TimeSpan.FromMinutes(minutes))),
            Answered("seats", QuestionTexts.Seats, sheet.Seats ?? SeminarQuestions.NoLimit, HeadTexts.Seats(sheet.Seats)),
            Answered("audience", QuestionTexts.Audience, sheet.Audience, sheet.Audience),
            Answered("link", QuestionTexts.Link, sheet.JoinLink, sheet.JoinLink),
            Answered("description", QuestionTexts.Description, sheet.Description,
                sheet.Description is { } text ? Ellipsis.Cut(text, 300) : null),
        };
        // Who led it may lead nothing any more: then it is asked.
        if (sheet.LeaderId is { } leader && (await people.Leaders()).FirstOrDefault(p => p.Id == leader) is { Name: { } name })
            answers.Add(Answered("leader", QuestionTexts.Leader, leader, leader == ask.Person ? QuestionTexts.Me(name) : name));
        return answers;
    }

    private async Task<SeminarSheet?> Find(SeminarId id) =>
        await reader.Sheet(id, ask.Person) is { State: SeminarState.Published } sheet
        && sheet.Seminar.HasBegun(ask.Now) ? sheet : null;

    private Option<SeminarId> ToChoose(SeminarId id, string title, DateTimeOffset startsAt)
    {
        var day = $"{Russian.ShortDay(ask.Zone.DayOf(startsAt))} · ";
        return new(id, ButtonRows.Titled(day, title), title);
    }

    private static Answer Answered<T>(string key, Prompt prompt, T value, string? label) =>
        new(key, prompt.Label, AnswerJson.Write(value), label ?? DialogTexts.NotGiven, 0);
}
