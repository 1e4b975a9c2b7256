using MspBot.Data.Materials.Topics;
using MspBot.Data.People.Roles;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Topics;

/// <summary>«Добавить тему»</summary>
internal sealed class AddTopicFlow : Flow
{
    internal const string Question = "topic";

    public override string Key => MaterialLinks.AddTopic;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => TopicTexts.Add;

    public override string Unfinished => "тему";

    public override bool For(Speaker speaker) => MaterialAccess.Decides(speaker);

    public override async Task<Outcome> Talk(Dialog ask) =>
        Do(new AddTopic(await ask.Text(Question, TopicTexts.Name, MaterialBounds.Topic, TopicTexts.Rule)))
            .OnConflict(MaterialRefusal.SameTopic, Question, MaterialRefusalTexts.Of(MaterialRefusal.SameTopic));
}

internal sealed record AddTopic(string Name);

internal sealed class AddTopicHandler(RoleStore roles, TopicStore store) : Handler<AddTopic>
{
    public override async Task<Done> Handle(AddTopic command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return new Done.With(TopicScreens.Refused(MaterialRefusal.RoleLost));
        var result = await store.Add(command.Name);
        if (result.Refusal is MaterialRefusal.SameTopic) return TopicNames.Taken;
        if (result.Refusal is null) turn.Log(LogAction.TopicAdded, LogSubject.Topic, result.After!.Id.Value, role: Role.Head);
        var screen = TopicScreens.Of(result, TopicTexts.Added);
        return new Done.With(result.Refusal is null ? screen.Row(Button.Flow(TopicTexts.Add, MaterialLinks.AddTopic)) : screen);
    }
}

/// <summary>«Переименовать»; begun with the topic and the version that was seen.</summary>
internal sealed class RenameTopicFlow(TopicReader reader) : Flow
{
    public override string Key => MaterialLinks.RenameTopic;

    public override Access Access => Access.All(MaterialAccess.Decides);

    public override string Title => TopicTexts.Rename;

    public override string Unfinished => "название темы";

    public override bool For(Speaker speaker) => MaterialAccess.Decides(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<TopicId>() is not { } id || ask.Start.Number(1) is not { } seen || seen > int.MaxValue
            || await reader.One(id) is not { } topic) return Say(TopicScreens.Refused(MaterialRefusal.NoSuchTopic));
        if (topic.Standing.Rename((int)seen) is { } refusal) return Say(TopicScreens.Of(new(refusal, topic), ""));
        var name = await ask.Text(AddTopicFlow.Question, TopicTexts.NewName(topic.Name), MaterialBounds.Topic, TopicTexts.Rule);
        return Do(new RenameTopic(id, (int)seen, name))
            .OnConflict(MaterialRefusal.SameTopic, AddTopicFlow.Question, MaterialRefusalTexts.Of(MaterialRefusal.SameTopic));
    }
}

internal sealed record RenameTopic(TopicId Id, int Seen, string Name);

internal sealed class RenameTopicHandler(RoleStore roles, TopicStore store) : Handler<RenameTopic>
{
    public override async Task<Done> Handle(RenameTopic command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return new Done.With(TopicScreens.Refused(MaterialRefusal.RoleLost));
        var result = await store.Rename(command.Id, command.Seen, command.Name);
        if (result.Refusal is MaterialRefusal.SameTopic) return TopicNames.Taken;
        if (result.Refusal is null) turn.Log(LogAction.TopicRenamed, LogSubject.Topic, command.Id.Value, role: Role.Head);
        return new Done.With(TopicScreens.Of(result, TopicTexts.Renamed));
    }
}

/// <summary>«Объединить темы»: another topic takes the place of this one; begun with it and the version that was seen.</summary>
internal sealed class MergeTopicsFlow(TopicReader reader) : Flow
{
    public override string Key => MaterialLinks.MergeTopics;

    public override Access Access => Access.All(MaterialAccess.Decides);

    public override string Title => TopicTexts.Merge;

    public override string Unfinished => "объединение тем";

    public override bool For(Speaker speaker) => MaterialAccess.Decides(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<TopicId>() is not { } id || ask.Start.Number(1) is not { } seen || seen > int.MaxValue
            || await reader.One(id) is not { } from) return Say(TopicScreens.Refused(MaterialRefusal.NoSuchTopic));
        if (from.Standing.MergeAway((int)seen) is { } refusal) return Say(TopicScreens.Of(new(refusal, from), ""));
        var others = (await reader.Listed()).Where(one => one.Id != id).ToList();
        if (others.Count == 0) return Say(TopicScreens.Card(from, Html.Text("Других тем в списке нет: объединять не с чем.")));
        var chosen = await ask.Choice("into", TopicTexts.Into(from.Name), () => Task.FromResult<IReadOnlyList<Option<TopicId>>>(
            [.. others.Select(one => new Option<TopicId>(one.Id, one.Name))]));
        if (others.Find(one => one.Id == chosen) is not { } into) return Say(TopicScreens.Refused(MaterialRefusal.NoSuchTopic));
        var version = await ask.Choice("sure",
            new("Объединить", $"Объединить тему «{from.Name}» с темой «{into.Name}»?", TopicTexts.Moves(from)),
            [new Option<int>(into.Version, TopicTexts.DoMerge)]);
        return Do(new MergeTopics(id, (int)seen, chosen, version));
    }
}

internal sealed record MergeTopics(TopicId From, int Seen, TopicId Into, int IntoSeen);

internal sealed class MergeTopicsHandler(RoleStore roles, TopicStore store) : Handler<MergeTopics>
{
    public override async Task<Done> Handle(MergeTopics command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return new Done.With(TopicScreens.Refused(MaterialRefusal.RoleLost));
        var result = await store.Merge(command.From, command.Seen, command.Into, command.IntoSeen, turn.Now);
        if (result.Refusal is null)
        {
            turn.Log(LogAction.TopicMerged, LogSubject.Topic, command.From.Value, LogDetail.Of("into", (int)command.Into.Value),
                Role.Head);
        }
        return new Done.With(TopicScreens.Of(result, TopicTexts.Merged));
    }
}

/// <summary>No two topics in the list have the same name.</summary>
internal static class TopicNames
{
    internal static Done Taken { get; } =
        new Done.Refused(MaterialRefusal.SameTopic, Html.Text(MaterialRefusalTexts.Of(MaterialRefusal.SameTopic)));
}
