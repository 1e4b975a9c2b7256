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
        await Find(value) is { } details ? ToChoose(details.Id, details.Title, details.StartsAt) : null;

    internal async Task<string> Kind(SeminarId id) => (await Find(id))!.Kind.ToString();

    internal override async Task<IReadOnlyList<Answer>> Brings(SeminarId value)
    {
        if (await Find(value) is not { } details) return [];
        var minutes = (int)(details.EndsAt - details.StartsAt).TotalMinutes;
        var answers = new List<Answer>
        {
            Answered("kind", QuestionTexts.Kind, details.Kind.ToString(), SeminarTexts.Kind(details.Kind)),
            Answered("title", QuestionTexts.Title, details.Title, details.Title),
            Answered("length", QuestionTexts.Length, minutes, HeadTexts.Length(TimeSpan.FromMinutes(minutes))),
            Answered("seats", QuestionTexts.Seats, details.Seats ?? SeminarQuestions.NoLimit, HeadTexts.Seats(details.Seats)),
            Answered("audience", QuestionTexts.Audience, details.Audience, details.Audience),
            Answered("link", QuestionTexts.Link, details.JoinLink, details.JoinLink),
            Answered("description", QuestionTexts.Description, details.Description,
                details.Description is { } text ? Ellipsis.Cut(text, 300) : null),
        };
        // If the past leader may no longer lead, the question is asked.
        if (details.LeaderId is { } leader && (await people.Leaders()).FirstOrDefault(p => p.Id == leader) is { Name: { } name })
            answers.Add(Answered("leader", QuestionTexts.Leader, leader, leader == ask.Person ? QuestionTexts.Me(name) : name));
        return answers;
    }

    private async Task<SeminarDetails?> Find(SeminarId id) =>
        await reader.Details(id, ask.Person) is { State: SeminarState.Published } details
        && details.Seminar.HasBegun(ask.Now) ? details : null;

    private Option<SeminarId> ToChoose(SeminarId id, string title, DateTimeOffset startsAt)
    {
        var day = $"{Russian.ShortDay(ask.Zone.DayOf(startsAt))} · ";
        return new(id, ButtonRows.Titled(day, title), title);
    }

    private static Answer Answered<T>(string key, Prompt prompt, T value, string? label) =>
        new(key, prompt.Label, AnswerJson.Write(value), label ?? DialogTexts.NotGiven, 0);
}
