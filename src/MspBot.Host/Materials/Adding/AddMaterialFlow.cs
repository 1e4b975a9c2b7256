using MspBot.Data.Materials.Adding;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>«Добавить разработку»: begun with nothing, or with a file that was sent before.</summary>
internal sealed class AddMaterialFlow(AddingReader reader, SentFileStore sent) : Flow
{
    public override string Key => MaterialLinks.Add;

    public override Access Access => Access.Rows(async (turn, id) =>
        turn.Speaker.PersonOrNull is { } person && await sent.Find(id, person) is not null);

    public override string Title => AddingTexts.Add;

    public override string Unfinished => AddingTexts.Unfinished;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Start.Number() is { } before)
            await ask.Assume("material-what", QuestionTexts.What, () => Sent(before, ask));
        var what = await MaterialQuestions.What(ask, QuestionTexts.What);
        var name = await MaterialQuestions.Name(ask);
        var kind = await MaterialQuestions.Kind(ask);
        var subjects = await MaterialQuestions.Subjects(ask);
        var grades = await MaterialQuestions.Classes(ask);
        var topics = await MaterialQuestions.Topics(ask, reader);
        var about = await MaterialQuestions.About(ask);
        var (byAuthor, coauthors) = await MaterialQuestions.Authors(ask);
        await ask.Confirm(AddingTexts.Check,
            [new Option<bool>(true, MaterialAccess.Publishes(ask.Speaker) ? AddingTexts.Publish : AddingTexts.Offer)]);
        return Do(new AddToLibrary(new()
        {
            Name = name,
            Kind = kind,
            Subjects = subjects,
            Grades = grades,
            Topics = topics,
            About = about,
            ByAuthor = byAuthor,
            Coauthors = coauthors,
            Content = MaterialQuestions.Content(what),
        }));
    }

    private async Task<Option<Handed>?> Sent(long id, Dialog ask) =>
        await sent.Find(id, ask.Person) is { } file && MaterialFiles.Refused(file.Name, file.Size, file.MediaType) is null
            ? new(new(file.Reference, file.Name, null, file.MediaType), file.Name ?? DialogTexts.File) : null;
}

/// <summary>A material, for the library.</summary>
internal sealed record AddToLibrary(NewEntry Entry);

/// <summary>Who may publish does; of others it is an offer. The role may have been lost while the form was open.</summary>
internal sealed class AddToLibraryHandler(AddingStore store) : Handler<AddToLibrary>
{
    public override async Task<Done> Handle(AddToLibrary command, Turn turn)
    {
        var entry = command.Entry with { Offered = !MaterialAccess.Publishes(turn.Speaker) };
        var id = await store.Add(entry, turn.Person, turn.Now);
        turn.Log(LogAction.MaterialAttached, LogSubject.Material, id.Value, LogDetail.Of("offered", entry.Offered));
        return new Done.With(new Screen(AddingTexts.Added(entry.Name, entry.Content.File is not null, entry.Offered))
            .Row(Button.Card(AddingTexts.Open, MaterialLinks.Material, id.Value))
            .Row(Button.Command(AddingTexts.Library, MaterialLinks.Materials), EngineTexts.ToMenu));
    }
}
