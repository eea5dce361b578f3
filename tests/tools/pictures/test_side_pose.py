import pytest

from tools.pictures.limbs import SHANK, THIGH, TOE_JOINT
from tools.pictures.side_pose import (
    BALL_RADIUS,
    HandAim,
    LegAngles,
    arm_pose,
    carrying_hip,
    heel_slope,
    leg_pose,
    standing_ankle,
)


def test_a_straight_leg_on_a_flat_foot_carries_the_hip_right_above_the_ankle() -> None:
    leg = LegAngles(ball_at=(100, 0))

    hip, ankle = carrying_hip(leg), standing_ankle(leg, (100, 0))

    assert hip[0] == pytest.approx(ankle[0])
    assert ankle[1] - hip[1] == pytest.approx(THIGH + SHANK)


def test_rising_on_the_ball_lifts_the_hip_and_keeps_the_ball_on_the_floor() -> None:
    flat, risen = LegAngles(ball_at=(100, 0)), LegAngles(ball_at=(100, 0), ankle_deg=-35, heel_deg=35)

    pose = leg_pose(risen, carrying_hip(risen), 0)

    assert carrying_hip(risen)[1] < carrying_hip(flat)[1] - 9
    assert pose.foot.at(TOE_JOINT) == pytest.approx((100, -BALL_RADIUS))
    assert pose.toes_deg == 35


def test_a_heel_below_the_step_edge_slopes_the_sole_down_to_the_heel() -> None:
    assert heel_slope(-6) < 0 < heel_slope(8)


def test_a_bent_knee_points_forwards() -> None:
    seated = leg_pose(LegAngles(ball_at=(120, 0)), (40, -78), 0)

    assert seated.knee[0] > (seated.hip[0] + seated.ankle[0]) / 2


def test_a_pulled_up_foot_points_its_toes_to_the_shin() -> None:
    hip = (0.0, -200.0)
    up, level = leg_pose(LegAngles(ankle_deg=20), hip, 0), leg_pose(LegAngles(), hip, 0)

    assert up.foot.at((30, 10))[1] < level.foot.at((30, 10))[1]


def test_a_hand_or_foot_out_of_reach_is_refused_rather_than_left_in_the_air() -> None:
    with pytest.raises(ValueError, match="out of reach"):
        arm_pose(HandAim(at=(200, -100)), (0, -140), 0)
    with pytest.raises(ValueError, match="further from the hip"):
        leg_pose(LegAngles(ball_at=(150, 0)), (0, -140), 0)
