using System.Globalization;
using MspBot.Data.Broadcasts.Topics;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials;
using MspBot.Host.Seminars;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>«Темы мероприятия» under a published meeting that is not over, for its leader and heads.</summary>
internal sealed class MeetingTopicsButton : SeminarCardButtons
{
    public override int Order => 30;

    public override IReadOnlyList<Button> For(SeminarDetails details, SeminarRelation relation, DateTimeOffset now) =>
        relation != SeminarRelation.Visitor && details.State == SeminarState.Published && !details.Seminar.HasBegun(now)
            ? [Button.Card(TopicTexts.OfMeeting, BroadcastLinks.MeetingTopics, details.Id.Value)] : [];
}

/// <summary>What a meeting is about: ticks, at once. A button says what it makes, so it may be pressed twice.</summary>
internal sealed class MeetingTopicsCard(MeetingTopicStore topics, SeminarReader seminars) : Card
{
    private const string On = "on";
    private const string Off = "off";

    public override string Key => BroadcastLinks.MeetingTopics;

    public override Access Access => SeminarAccess.Led(seminars);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await seminars.Details(new(id), turn.Person) is not { } details) return null;
        var all = await topics.All(details.Id);
        var page = Paging.Cut(all, Pager.Number(arg));
        var screen = new Screen(all.Count == 0
            ? TopicTexts.NoTopicsYet(details.Title) : TopicTexts.OfOneMeeting(details.Title, all.Count(one => one.Ticked)));
        return screen
            .Page(page, one => Button.Card(TopicTexts.Tick(one), Key, id, one.Ticked ? Off : On, $"{one.Topic!.Value.Value}.{page.Number}"),
                (label, number) => Button.Card(label, Key, id, arg: number.ToString(CultureInfo.InvariantCulture)))
            .Row(all.Count == 0 && MaterialAccess.Decides(turn.Speaker)
                ? Button.Card(TopicTexts.TopicList, MaterialLinks.Topics, 0) : null)
            .Row(Button.Card(TopicTexts.ToMeeting, SeminarLinks.Seminar, id));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var argument = new Argument(arg);
        if (action is not (On or Off) || argument.Id<TopicId>() is not { } topic) return Pressed.Fresh(arg);
        var page = argument.Part(1) ?? "";
        switch (await topics.Set(new(id), topic, action == On))
        {
            case MeetingTopicResult.Changed:
                turn.Log(LogAction.SeminarTopicsChanged, LogSubject.Seminar, id,
                    LogDetail.Of("topic", topic.Value).And("added", action == On));
                return Pressed.Fresh(page, action == On ? TopicTexts.Added : TopicTexts.Removed);
            case MeetingTopicResult.Full:
                return Pressed.Warn(TopicTexts.Full);
            case MeetingTopicResult.NoSuchTopic:
                return Pressed.Warn(MaterialRefusalTexts.Of(MaterialRefusal.NoSuchTopic));
            default:
                return Pressed.Fresh(page);
        }
    }
}
