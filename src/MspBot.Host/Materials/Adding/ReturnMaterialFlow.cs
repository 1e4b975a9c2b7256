using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>«Вернуть»: a head says what is missing. Begun with the material and the version that was seen.</summary>
internal sealed class ReturnMaterialFlow(MaterialReader reader) : Flow
{
    public override string Key => MaterialLinks.Return;

    public override Access Access => Access.All(MaterialAccess.Decides);

    public override string Title => AddingTexts.Return;

    public override string Unfinished => "возврат разработки";

    public override bool For(Speaker speaker) => MaterialAccess.Decides(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<MaterialId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var version)
            || await reader.Find(id) is not { InLibrary: true } material)
            return Say(MaterialDeeds.Refused(MaterialRefusal.NoSuchMaterial, null));
        if (material.State != MaterialState.Offered) return Say(MaterialDeeds.Refused(MaterialRefusal.NotOffered, id));
        if (material.Version != version) return Say(MaterialDeeds.Refused(MaterialRefusal.ChangedMeanwhile, id));
        return Do(new ReturnMaterial(id, (int)version,
            await ask.Text("remark", QuestionTexts.Remark, MaterialBounds.Remark, MaterialQuestions.Remark)));
    }
}

internal sealed record ReturnMaterial(MaterialId Id, int Version, string Remark);

internal sealed class ReturnMaterialHandler(MaterialReader reader, DecisionStore store, AddingNews news) : Handler<ReturnMaterial>
{
    public override async Task<Done> Handle(ReturnMaterial command, Turn turn)
    {
        if (!MaterialAccess.Decides(turn.Speaker)) return new Done.With(MaterialDeeds.Refused(MaterialRefusal.RoleLost, command.Id));
        if (await reader.Find(command.Id) is not { } before)
            return new Done.With(MaterialDeeds.Refused(MaterialRefusal.NoSuchMaterial, null));
        if (await store.Return(command.Id, command.Version, command.Remark) is { } because)
            return new Done.With(MaterialDeeds.Refused(because, command.Id));
        turn.Log(LogAction.MaterialReturned, LogSubject.Material, command.Id.Value);
        await news.Returned(turn, before, command.Remark);
        return new Done.With(MaterialDeeds.After(Html.Text(AddingTexts.Returned), command.Id));
    }
}
