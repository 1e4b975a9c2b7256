using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>
/// «Заменить файл»: a new edition, which comes into force after its check. Begun with the material and the version that was seen.
/// </summary>
internal sealed class ReplaceFileFlow(MaterialReader reader) : Flow
{
    public override string Key => MaterialLinks.Replace;

    public override Access Access => ChangeMaterialFlow.Kept(reader);

    public override string Title => AddingTexts.Replace;

    public override string Unfinished => "замену файла";

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await ChangeMaterialFlow.Seen(ask, reader) is not ({ } material, null))
            return Say((await ChangeMaterialFlow.Seen(ask, reader)).Refused!);
        var what = await MaterialQuestions.What(ask, QuestionTexts.NewWhat);
        await ask.Confirm(AddingTexts.Check, [new Option<bool>(true, AddingTexts.Replace)]);
        return Do(new ReplaceFile(material.Id, material.Version, MaterialQuestions.Content(what)));
    }
}

internal sealed record ReplaceFile(MaterialId Id, int Version, NewContent Content);

internal sealed class ReplaceFileHandler(MaterialReader reader, AddingStore store) : Handler<ReplaceFile>
{
    public override async Task<Done> Handle(ReplaceFile command, Turn turn)
    {
        if (await reader.Find(command.Id) is not { } material || !MaterialAccess.Keeps(turn.Speaker, material))
            return new Done.With(MaterialDeeds.Refused(MaterialRefusal.NoSuchMaterial, null));
        var (refusal, edition) = await store.Replace(command.Id, command.Version, command.Content, turn.Person, turn.Now);
        if (refusal is { } because) return new Done.With(MaterialDeeds.Refused(because, command.Id));
        turn.Log(LogAction.MaterialReplaced, LogSubject.Material, command.Id.Value, LogDetail.Of("edition", edition));
        var after = await reader.Find(command.Id) ?? material;
        return new Done.With(MaterialDeeds.After(command.Content.File is not null ? AddingTexts.ReplacingFile(material.Name)
            : AddingTexts.ReplacedByLink(material.Name, material.State, after.State), command.Id));
    }
}
