using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>«Изменить описание»: one thing about a material. Begun with it and the version that was seen.</summary>
internal sealed class ChangeMaterialFlow(MaterialReader reader, AddingReader lists) : Flow
{
    public override string Key => MaterialLinks.Change;

    public override Access Access => Kept(reader);

    public override string Title => AddingTexts.Change;

    public override string Unfinished => "описание разработки";

    /// <summary>Its author's and heads'.</summary>
    internal static Access Kept(MaterialReader reader) => Access.Rows(async (turn, id) =>
        await reader.Find(new(id)) is { } material && MaterialAccess.Keeps(turn.Speaker, material));

    /// <summary>As it was seen; else why not.</summary>
    internal static async Task<(MaterialDetails? Material, Screen? Refused)> Seen(Dialog ask, MaterialReader reader)
    {
        if (ask.Row<MaterialId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var version)
            || await reader.Find(id) is not { InLibrary: true } material)
            return (null, MaterialDeeds.Refused(MaterialRefusal.NoSuchMaterial, null));
        return material.Version == version ? (material, null) : (null, MaterialDeeds.Refused(MaterialRefusal.ChangedMeanwhile, id));
    }

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await Seen(ask, reader) is not ({ } material, null)) return Say((await Seen(ask, reader)).Refused!);
        var field = await ask.Choice("field", QuestionTexts.Field,
            [.. Enum.GetValues<MaterialField>().Select(one => new Option<MaterialField>(one, QuestionTexts.Said(one)))], columns: 2);
        return Do(new ChangeMaterial(material.Id, material.Version, field, await Asked(ask, field, material)));
    }

    private async Task<EntryChange> Asked(Dialog ask, MaterialField field, MaterialDetails material)
    {
        switch (field)
        {
            case MaterialField.Name:
                return new() { Name = await MaterialQuestions.Name(ask) };
            case MaterialField.Kind:
                return new() { Kind = await MaterialQuestions.Kind(ask) };
            case MaterialField.Subjects:
                return new() { Subjects = await MaterialQuestions.Subjects(ask) };
            case MaterialField.Grades:
                return new() { Grades = await MaterialQuestions.Classes(ask) };
            case MaterialField.Topics:
                return new() { Topics = await MaterialQuestions.Topics(ask, lists, [.. material.TopicIds.Select(id => new TopicId(id))]) };
            case MaterialField.About:
                return new() { ChangesAbout = true, About = await MaterialQuestions.About(ask) };
            default:
                var (byAuthor, coauthors) = await MaterialQuestions.Authors(ask);
                return new() { ByAuthor = byAuthor, Coauthors = coauthors };
        }
    }
}

/// <summary>What can be changed of a material; stored in answers.</summary>
internal enum MaterialField
{
    Name,
    Kind,
    Subjects,
    Grades,
    Topics,
    About,
    Authors,
}

internal sealed record ChangeMaterial(MaterialId Id, int Version, MaterialField Field, EntryChange Change);

internal sealed class ChangeMaterialHandler(MaterialReader reader, AddingStore store) : Handler<ChangeMaterial>
{
    public override async Task<Done> Handle(ChangeMaterial command, Turn turn)
    {
        if (await reader.Find(command.Id) is not { } before || !MaterialAccess.Keeps(turn.Speaker, before))
            return new Done.With(MaterialDeeds.Refused(MaterialRefusal.NoSuchMaterial, null));
        if (await store.Change(command.Id, command.Version, command.Change) is { } because)
            return new Done.With(MaterialDeeds.Refused(because, command.Id));
        turn.Log(LogAction.MaterialChanged, LogSubject.Material, command.Id.Value, LogDetail.Of("field", command.Field));
        return new Done.With(MaterialDeeds.After(Html.Text(
            before.State == MaterialState.Returned ? AddingTexts.OfferedAgain : AddingTexts.Saved), command.Id));
    }
}
