using MspBot.Data.Materials;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials;
using MspBot.Host.Seminars.Heads;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>The leader or a head adds a file, or the link of a recording, to a meeting that has begun.</summary>
internal sealed class AttachFlow(SeminarReader reader) : Flow
{
    private const string Name = SeminarLinks.Attach;

    public override string Key => Name;

    public override Access Access => SeminarAccess.Led(reader);

    public override string Title => MaterialTexts.Add;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SeminarId>() is not { } id
            || await reader.Details(id, ask.Person) is not { State: SeminarState.Published } details
            || SeminarAccess.RelationOf(ask.Speaker, details, ask.Now) == SeminarRelation.Visitor || !details.Seminar.HasBegun(ask.Now))
            return Say(new Screen(Html.Text(HeadTexts.Refused(SeminarRefusal.NoSuchSeminar)))
                .Row(Button.Command(ListTexts.Events, "events")));

        var what = await ask.FileOrText("what", MaterialTexts.What, MaterialBounds.Link, SeminarQuestions.Link,
            MaterialFiles.RefusedAnywhere);
        var name = MaterialFiles.TitleOf(what.Name)
            ?? await ask.Text("name", MaterialTexts.Name, MaterialBounds.Name, MaterialFiles.Title);
        var inLibrary = await ask.Confirm(MaterialTexts.Confirm,
            [new Option<bool>(true, MaterialTexts.Send), new(false, MaterialTexts.OnlyThem)]);
        return Do(new AttachMaterial(details.Id, new NewMaterial(name, what.File, what.Text,
            what.File is null ? MaterialKind.Recording : MaterialKind.Document, inLibrary,
            what.File is null ? null : MaterialFiles.NameOf(what))));
    }
}

/// <summary>A material, to be added to a seminar and handed out.</summary>
internal sealed record AttachMaterial(SeminarId Seminar, NewMaterial Material);

/// <summary>Adds it, and hands it to those who came at once.</summary>
internal sealed class AttachMaterialHandler(
    SeminarReader reader, MaterialStore materials, SeminarMaterialStore store, MaterialDelivery delivery) : Handler<AttachMaterial>
{
    public override async Task<Done> Handle(AttachMaterial command, Turn turn)
    {
        var by = turn.Person;
        // The role may have been lost while the form was open.
        if (await reader.Details(command.Seminar, by) is not { } details
            || SeminarAccess.RelationOf(turn.Speaker, details, turn.Now) == SeminarRelation.Visitor)
            return new Done.With(SeminarRefusalScreens.Screen(SeminarRefusal.NoSuchSeminar, command.Seminar));
        var material = await materials.Add(command.Material, by, turn.Speaker.Chat, turn.Now);
        await store.Attach(command.Seminar, material, turn.Now);
        turn.Log(LogAction.MaterialAttached, LogSubject.Seminar, command.Seminar.Value, LogDetail.Of("material", material.Value));
        var sent = await delivery.DeliverAll(turn);
        return new Done.With(new Screen(MaterialTexts.Added(sent)).Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar,
            command.Seminar.Value)));
    }
}
