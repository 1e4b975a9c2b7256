using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>What tutor and teacher may do with a consultation, and when they hear no.</summary>
public sealed class ConsultationRulesTests
{
    private static readonly PersonId Teacher = new(1);
    private static readonly PersonId Tutor = new(2);
    private static readonly PersonId Colleague = new(3);
    private static readonly DateTimeOffset Now = Some.Noon;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(45);

    [Theory]
    [InlineData(ConsultationState.Requested, null)]
    [InlineData(ConsultationState.Offered, ConsultationRefusal.TeacherChooses)]
    [InlineData(ConsultationState.Confirmed, ConsultationRefusal.AlreadyConfirmed)]
    [InlineData(ConsultationState.Declined, ConsultationRefusal.AlreadyDeclined)]
    [InlineData(ConsultationState.Cancelled, ConsultationRefusal.AlreadyCancelled)]
    [InlineData(ConsultationState.Held, ConsultationRefusal.AlreadyOver)]
    [InlineData(ConsultationState.Grouped, ConsultationRefusal.GoesOnInGroup)]
    public void A_tutor_confirms_what_is_asked_and_nothing_else(ConsultationState state, ConsultationRefusal? refusal) =>
        Assert.Equal(refusal, TimeConfirmation.ByTutor(It(state, state == ConsultationState.Confirmed ? TimeKind.Agreed : TimeKind.Asked),
            Tutor, 7, Now));

    [Fact]
    public void Only_the_tutor_confirms_and_only_a_time_that_is_asked_and_lies_ahead()
    {
        var it = It(ConsultationState.Requested);
        Assert.Equal(ConsultationRefusal.NotYours, TimeConfirmation.ByTutor(it, Colleague, 7, Now));
        Assert.Equal(ConsultationRefusal.NotYours, TimeConfirmation.ByTutor(it, Teacher, 7, Now));
        Assert.Equal(ConsultationRefusal.TimeGone, TimeConfirmation.ByTutor(it, Tutor, 8, Now));
        Assert.Equal(ConsultationRefusal.TimeIsPast, TimeConfirmation.ByTutor(it, Tutor, 7, Now.AddDays(2)));
    }

    [Fact]
    public void A_teacher_chooses_among_offered_times_only()
    {
        Assert.Null(TimeConfirmation.ByTeacher(It(ConsultationState.Offered, TimeKind.Offered), Teacher, 7, Now));
        Assert.Equal(ConsultationRefusal.TimeGone, TimeConfirmation.ByTeacher(It(ConsultationState.Requested), Teacher, 7, Now));
        Assert.Equal(ConsultationRefusal.NotYours,
            TimeConfirmation.ByTeacher(It(ConsultationState.Offered, TimeKind.Offered), Tutor, 7, Now));
    }

    [Fact]
    public void A_move_is_confirmed_by_the_side_that_did_not_ask_for_it()
    {
        var byTeacher = It(ConsultationState.Confirmed, TimeKind.Asked) with { StartsAt = Now.AddHours(20) };
        Assert.Null(TimeConfirmation.ByTutor(byTeacher, Tutor, 7, Now));
        Assert.Equal(ConsultationRefusal.AlreadyConfirmed, TimeConfirmation.ByTeacher(byTeacher, Teacher, 7, Now));
        Assert.Equal(ConsultationRefusal.AlreadyBegun, TimeConfirmation.ByTutor(byTeacher, Tutor, 7, Now.AddHours(21)));
        Assert.Null(TimeChange.CheckKeepTime(byTeacher, Teacher));
        Assert.Equal(ConsultationRefusal.TimeGone, TimeChange.CheckKeepTime(It(ConsultationState.Confirmed, TimeKind.Agreed), Teacher));
    }

    [Fact]
    public void Within_the_notice_a_teacher_neither_moves_nor_cancels_while_the_tutor_still_may()
    {
        var it = It(ConsultationState.Confirmed, TimeKind.Agreed);
        var exactly = it.StartsAt!.Value - it.Notice;
        Assert.Null(ConsultationCancellation.Check(it, Teacher, exactly));
        Assert.Equal(ConsultationRefusal.TooLate, ConsultationCancellation.Check(it, Teacher, exactly.AddTicks(1)));
        Assert.Equal(ConsultationRefusal.TooLate, TimeChange.Check(it, Teacher, exactly.AddTicks(1)));
        Assert.Null(ConsultationCancellation.Check(it, Tutor, exactly.AddTicks(1)));
        Assert.Null(TimeChange.Check(it, Tutor, exactly.AddTicks(1)));
        Assert.Equal(ConsultationRefusal.AlreadyBegun, ConsultationCancellation.Check(it, Tutor, it.StartsAt.Value));
        Assert.Equal(ConsultationRefusal.NotYours, ConsultationCancellation.Check(it, Colleague, Now));
    }

    [Fact]
    public void A_request_is_taken_back_by_the_teacher_and_declined_by_the_tutor()
    {
        var it = It(ConsultationState.Requested);
        Assert.Null(ConsultationCancellation.Check(it, Teacher, Now));
        Assert.Equal(ConsultationRefusal.NotConfirmedYet, ConsultationCancellation.Check(it, Tutor, Now));
        Assert.Null(RequestRejection.Check(it, Tutor));
        Assert.Equal(ConsultationRefusal.NotYours, RequestRejection.Check(it, Teacher));
        Assert.Equal(ConsultationRefusal.AlreadyConfirmed, RequestRejection.Check(It(ConsultationState.Confirmed, TimeKind.Agreed), Tutor));
    }

    [Fact]
    public void A_request_is_handed_to_another_tutor_who_answers_while_it_is_open()
    {
        var it = It(ConsultationState.Requested);
        Assert.Null(Handover.Check(it, Tutor, Colleague));
        Assert.Equal(ConsultationRefusal.AlreadyWithTutor, Handover.Check(it, Tutor, Tutor));
        Assert.Equal(ConsultationRefusal.AlreadyWithTutor, Handover.Check(it, Tutor, Teacher));
        Assert.Equal(ConsultationRefusal.TeacherChooses, Handover.Check(It(ConsultationState.Offered, TimeKind.Offered), Tutor, Colleague));
        Assert.Equal(ConsultationRefusal.HandoverGone, Handover.CheckAnswer(it, Colleague));
        Assert.Null(Handover.CheckAnswer(it with { Colleague = Colleague }, Colleague));
        Assert.Equal(ConsultationRefusal.HandoverGone,
            Handover.CheckAnswer(It(ConsultationState.Confirmed) with { Colleague = Colleague }, Colleague));
        Assert.Equal(ConsultationRefusal.AlreadyWithTutor, Handover.CheckAnswer(it, Tutor));
    }

    [Fact]
    public void A_declined_request_can_be_asked_again_and_a_confirmed_one_cannot()
    {
        Assert.Null(RequestReassignment.ByTeacher(It(ConsultationState.Declined), Teacher));
        Assert.Null(RequestReassignment.ByTeacher(It(ConsultationState.Requested), Teacher));
        Assert.Equal(ConsultationRefusal.AlreadyConfirmed, RequestReassignment.ByTeacher(It(ConsultationState.Confirmed), Teacher));
        Assert.Equal(ConsultationRefusal.NotYours, RequestReassignment.ByTeacher(It(ConsultationState.Declined), Tutor));
        Assert.Equal(ConsultationRefusal.AlreadyWithTutor, RequestReassignment.ByHead(It(ConsultationState.Requested), Tutor));
        Assert.Null(RequestReassignment.ByHead(It(ConsultationState.Requested), Colleague));
    }

    [Fact]
    public void Times_lie_ahead_beyond_the_notice_apart_and_are_at_most_three()
    {
        var notice = TimeSpan.FromHours(4);
        Assert.Null(Check(24, 25, 26));
        Assert.Null(Check(4));
        Assert.Equal(ConsultationRefusal.NoTimes, Check());
        Assert.Equal(ConsultationRefusal.TooManyTimes, Check(24, 25, 26, 27));
        Assert.Equal(ConsultationRefusal.TimeIsPast, Check(0));
        Assert.Equal(ConsultationRefusal.TimeTooNear, Check(3));
        Assert.Equal(ConsultationRefusal.TimesOverlap, Check(25, 24.5));
        Assert.Equal(ConsultationRefusal.TimesOverlap, Check(24, 24));
        Assert.Null(Check(24, 24.75));

        ConsultationRefusal? Check(params double[] hours) => AskedTimes.Check([.. hours.Select(h => Now.AddHours(h))], Length, notice, Now);
    }

    private static Consultation It(ConsultationState state, TimeKind kind = TimeKind.Asked) => new()
    {
        State = state,
        Teacher = Teacher,
        Tutor = Tutor,
        StartsAt = state == ConsultationState.Confirmed ? Now.AddDays(1) : null,
        Notice = TimeSpan.FromHours(4),
        Times = [new(7, kind, Now.AddDays(1), Now.AddDays(1) + Length)],
    };
}
