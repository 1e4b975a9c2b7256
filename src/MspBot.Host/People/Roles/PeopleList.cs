using MspBot.Data.People.Roles;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.People.Roles;

/// <summary>Everybody, to choose one by a part of their name or school.</summary>
/// <param name="people">Where they are read.</param>
/// <param name="but">Who is not among them.</param>
/// <param name="accompaniedBy">Whose teachers stand first.</param>
internal sealed class PeopleList(PeopleReader people, PersonId? but = null, PersonId? accompaniedBy = null) : SearchedList<PersonId>
{
    public override async Task<(IReadOnlyList<Option<PersonId>> Items, int All)> Find(string words, int skip, int take)
    {
        var (items, all) = await people.Find(words, skip, take, but, accompaniedBy);
        return ([.. items.Select(Of)], all);
    }

    public override async Task<IReadOnlyList<Option<PersonId>>> Near(string words) => [.. (await people.Near(words, but)).Select(Of)];

    public override async Task<Option<PersonId>?> Again(PersonId value) =>
        value != but && await people.One(value) is { } person ? Of(person) : null;

    private static Option<PersonId> Of(PersonLine person) => new(person.Id, PeopleTexts.Found(person), PeopleTexts.Chosen(person));
}
